using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Tests;

/// <summary>A small agency in UTC, built in C#: Ada on weekdays, Ben at weekends, a shop that the agency answers for and a bakery that answers itself.</summary>
internal static class TestAgency
{
    /// <summary>Friday, 12 June 2026, 14:00.</summary>
    public static readonly Instant Friday = Instant.FromUtc(2026, 6, 12, 14, 0);

    public static readonly PersonId Ada = new("ada");
    public static readonly PersonId Ben = new("ben");
    public static readonly ClientId Shop = new("shop");
    public static readonly ClientId Bakery = new("bakery");

    public static AgencyDefinition Create() => new()
    {
        Name = "Test",
        People =
        [
            new() { Id = Ada, Name = "Ada", Zone = "Etc/UTC", Contacts = [new("mail", "ada@agency.example")], Deputies = [Ben], Roles = [PersonRole.Author, PersonRole.DutyManager] },
            new() { Id = Ben, Name = "Ben", Zone = "Etc/UTC", Contacts = [new("mail", "ben@agency.example")], Deputies = [Ada] },
        ],
        Schedules = [new() { Id = new("duty"), Zone = "Etc/UTC", Layers = [Layer("week", Ada, Weekdays), Layer("weekend", Ben, Weekend)] }],
        Escalations = [new() { Id = new("ladder"), Steps = [new([new EscalationTarget.OnDuty(new("duty"))], Duration.FromMinutes(15)), new([new EscalationTarget.Named(Ben)], Duration.FromMinutes(30))] }],
        Packages = [Plus(), new() { Id = new("starter"), Name = "Einsteiger", Engagement = EngagementOwner.Client, ServiceLevels = [new() { Name = "all", ClientContact = Within(Duration.FromHours(2)) }] }],
        Policies = [Policy()],
        Replies =
        [
            new(new("thanks"), "de", ["Danke!"]),
            new(new("sorry"), "de", ["Das tut uns leid."]),
        ],
        Clients = [Client(Shop, "plus"), Client(Bakery, "starter")],
    };

    public static AgencyDefinition WithoutPeopleOnDuty() => Create() with { Schedules = [new() { Id = new("duty"), Zone = "Etc/UTC" }], Escalations = [new() { Id = new("ladder"), Steps = [new([new EscalationTarget.OnDuty(new("duty"))])] }] };

    public static ResponseTargets Within(Duration open) => new(new ResponseTarget.Within(open));

    private static readonly IsoDayOfWeek[] Weekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];
    private static readonly IsoDayOfWeek[] Weekend = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    private static ScheduleLayer Layer(string name, PersonId person, IsoDayOfWeek[] days) => new()
    {
        Name = name,
        Rotation = new() { Participants = [person], Unit = RotationUnit.Week, Anchor = new(2026, 1, 5, 0, 0), Consumption = TurnConsumption.Calendar },
        Restrictions = [new(days, OpeningWindow.AllDay)],
    };

    private static PackageDefinition Plus() => new()
    {
        Id = new("plus"),
        Name = "Plus",
        Engagement = EngagementOwner.Agency,
        ServiceLevels =
        [
            new() { Name = "complaints", Categories = [Category.Complaint], Acknowledge = Within(Duration.FromHours(1)), NextAction = Within(Duration.FromHours(4)), ClientContact = Within(Duration.FromHours(2)) },
            new() { Name = "rest", Acknowledge = Within(Duration.FromHours(24)) },
        ],
    };

    private static ResponsePolicyDefinition Policy() => new()
    {
        Id = new("policy"),
        Rules =
        [
            new() { Id = "thanks", Category = Category.Praise, Any = ["danke"] },
            new() { Id = "broken", Category = Category.Complaint, Cause = ComplaintCause.ProductDefect, Any = ["kaputt*"] },
            new() { Id = "danger", Category = Category.SafetyEmergency, Any = ["notarzt"] },
            new() { Id = "spam", Category = Category.Spam, Any = ["casino"] },
        ],
        Patterns =
        [
            new(Category.Praise, [new(ActionKind.Thank, new SavedReplyId("thanks"))]),
            new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("sorry")), new(ActionKind.Assign)]),
            new(Category.Spam, [new(ActionKind.Dismiss)]),
        ],
    };

    private static ClientDefinition Client(ClientId id, string package) => new()
    {
        Id = id,
        Name = id.Value,
        Accounts = [new(new($"{id}-x"), "x", id.Value)],
        Contacts = [new("owner", "Owner", [new("phone", "+49 40 5550 0100")], IsEmergency: true)],
        Agreement = new(new(package), new("duty"), new("ladder"), new("policy")),
    };
}
