using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Tests.Approvals;

/// <summary>A small agency with one client and one request, decided on purely: Ada writes, Ben and Cem approve, Dora is on duty and owns the account, Carla and Olaf approve for the shop.</summary>
internal sealed class Room
{
    public static readonly Recipient Ada = Agency("ada");
    public static readonly Recipient Ben = Agency("ben");
    public static readonly Recipient Cem = Agency("cem");
    public static readonly Recipient Dora = Agency("dora");
    public static readonly Recipient Carla = new Recipient.OfClient(new("shop"), "carla");
    public static readonly Recipient Olaf = new Recipient.OfClient(new("shop"), "olaf");
    public static readonly CalendarId Office = new("office");

    /// <summary>Monday, 15 June 2026, 09:00 in Berlin.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 6, 15, 7, 0);

    private static readonly BusinessCalendar OfficeHours = BusinessCalendar.Compile(new()
    {
        Id = Office,
        Zone = "Europe/Berlin",
        Weekly = new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }
            .ToDictionary(d => d, _ => (IReadOnlyList<OpeningWindow>)[OpeningWindow.Parse("09:00-17:00")]),
        HolidayRegion = "DE-HH",
    });

    public Room(ApprovalPolicyDefinition? policy = null) => Policy = new(policy ?? TwoSteps);

    /// <summary>Somebody of the agency who approves, then somebody of the client.</summary>
    public static ApprovalPolicyDefinition TwoSteps { get; } = new()
    {
        Id = new("content"),
        Steps =
        [
            new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)] },
            new() { Name = "client", Approvers = [ApproverSelector.ClientApprover] },
        ],
        AgencyCalendar = Office,
        ClientCalendar = Office,
        AccountOwner = new("dora"),
    };

    public static ApprovalFacts Ordinary { get; } = new()
    {
        Client = new("shop"),
        People = new PersonDefinition[]
        {
            Person("ada", PersonRole.Author, PersonRole.Approver),
            Person("ben", PersonRole.Approver) with { Deputies = [new("cem")] },
            Person("cem", PersonRole.Approver),
            Person("dora", PersonRole.DutyManager),
        }.ToDictionary(p => p.Id),
        Contacts = [new("carla", "Carla", [new("mail", "carla@shop.example")]), new("olaf", "Olaf", [new("mail", "olaf@shop.example")], Topics: ["approval"]), new("buchhaltung", "Buchhaltung", [], Topics: ["invoices"])],
        FindCalendar = id => id == Office ? OfficeHours : null,
        CrisisLevel = 0,
        IsHeld = false,
    };

    public ApprovalPolicy Policy { get; set; }

    public ApprovalFacts Facts { get; set; } = Ordinary;

    public Instant Now { get; set; } = Monday;

    public ApprovalRequest State { get; set; } = null!;

    public List<ApprovalEvent> Events { get; } = [];

    public ApprovalTransition Last { get; private set; } = null!;

    public static Recipient Agency(string id) => new Recipient.OfAgency(new(id));

    public static PersonDefinition Person(string id, params PersonRole[] roles) => new() { Id = new(id), Name = id, Zone = "Europe/Berlin", Roles = roles, Contacts = [new("mail", $"{id}@agency.example")] };

    public static ApprovalStep Step(string name, params ApproverSelector[] approvers) => new() { Name = name, Approvers = approvers };

    public static ApproverSelector Named(Recipient who) => new ApproverSelector.Named(who);

    public static ContentHash Hash(string text) => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text));

    public static ApprovalPart Part(string name, string text) => new(name, Hash(text));

    public ApprovalOutcome Submit(params ApprovalPart[] parts) => SubmitAs(ApprovalSubjectKind.Content, null, parts);

    public ApprovalOutcome SubmitAs(ApprovalSubjectKind kind, Func<ApprovalCommand.Submit, ApprovalCommand.Submit>? more, params ApprovalPart[] parts)
    {
        var command = new ApprovalCommand.Submit(new("r1"), new(kind, "post-7", parts.Length > 0 ? parts : [Part("facebook", "v1")]), Ada);
        return Do(more is null ? command : more(command));
    }

    public ApprovalOutcome Do(ApprovalCommand command)
    {
        Last = ApprovalEngine.Decide(command is ApprovalCommand.Submit ? null : State, command, Policy, Facts, Now);
        Events.AddRange(Last.Events);
        State = Last.State ?? State;
        return Last.Outcome;
    }

    public ApprovalOutcome Approve(Recipient by, params ApprovalPart[] parts) => Decide(DecisionKind.Approve, by, parts);

    public ApprovalOutcome Decide(DecisionKind kind, Recipient by, params ApprovalPart[] parts)
        => Do(new ApprovalCommand.Decide(kind, by, "portal") { Parts = parts.Length == 0 ? null : parts, Comment = kind == DecisionKind.Approve ? null : "the price is wrong" });

    public ApprovalOutcome Revise(params ApprovalPart[] parts) => Do(new ApprovalCommand.Revise(Ada, parts));

    public ApprovalVerdict Check(params ApprovalPart[] parts) => ApprovalValidity.Check(State, new(parts.Length > 0 ? parts : [.. State.Parts.Select(p => new ApprovalPart(p.Name, p.Hash))]), Policy, Facts, Now);

    public PartState StateOf(string part = "facebook") => State.FindPart(part)!.State;

    public StepRun RunOf(string part = "facebook") => State.Runs.Single(r => r.Number == State.FindPart(part)!.Run);

    public static string Reasons(ApprovalOutcome outcome) => string.Join(" ", outcome.Should().BeOfType<ApprovalOutcome.Refused>().Which.Reasons);

    /// <summary>A person loses every role.</summary>
    public void Strip(string id) => Facts = Facts with { People = Facts.People.Values.Select(p => p.Id.Value == id ? p with { Roles = [] } : p).ToDictionary(p => p.Id) };
}
