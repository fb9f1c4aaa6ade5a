using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Tests.Definitions.Validation;

/// <summary>A sound agency, to be spoilt in one place.</summary>
internal static class Agencies
{
    public static AgencyDefinition Sound { get; } = new()
    {
        Name = "Sound",
        People = [Person("ada", "ben"), Person("ben", "ada")],
        Schedules =
        [
            new()
            {
                Id = new("duty"),
                Zone = "Europe/Berlin",
                Layers = [new() { Name = "all", Rotation = new() { Participants = [new("ada"), new("ben")], Unit = RotationUnit.Week, Anchor = new(2026, 1, 5, 9, 0), Consumption = TurnConsumption.Calendar } }],
            },
        ],
        Escalations = [new() { Id = new("standard"), Steps = [new([new EscalationTarget.OnDuty(new("duty"))])] }],
        Packages = [Package(EngagementOwner.Agency)],
        Policies = [new() { Id = new("policy") }],
        Clients = [Client(isEmergency: true)],
    };

    public static PersonDefinition Person(string id, params string[] deputies)
        => new() { Id = new(id), Name = id, Zone = "Europe/Berlin", Contacts = [new("mail", $"{id}@sound.example")], Deputies = [.. deputies.Select(d => new PersonId(d))] };

    public static PackageDefinition Package(EngagementOwner engagement, params Category[] categories) => new()
    {
        Id = new("package"),
        Name = "Package",
        Engagement = engagement,
        ServiceLevels = [new() { Name = "level", Categories = categories, Acknowledge = new(new ResponseTarget.Within(Duration.FromHours(1))) }],
    };

    public static ClientDefinition Client(bool isEmergency, params ContactMethod[] contacts) => new()
    {
        Id = new("client"),
        Name = "Client",
        Accounts = [new(new("account"), "instagram", "client")],
        Contacts = [new("contact", "Contact", contacts.Length > 0 ? contacts : [new("phone", "+49 40 5550 01")], isEmergency)],
        Agreement = new(new("package"), new("duty"), new("standard"), new("policy")),
    };

    public static IEnumerable<string> Findings(this AgencyDefinition agency) => AgencyValidation.Validate(agency).Select(f => f.ToString());
}
