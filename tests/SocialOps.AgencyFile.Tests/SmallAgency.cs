using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>A small agency, once as a file and once built in C#.</summary>
internal static class SmallAgency
{
    public const string Yaml = """
        agency: Small
        zone: Europe/Berlin
        people:
          ada:
            name: Ada
            skills: [german]
            roles: [author, duty manager]
            contacts: { mail: ada@small.example, phone: [+49 40 5550 01, +49 40 5550 02] }
            deputies: ben
            absences:
              - 2026-07-01 to 2026-07-14
              - { days: 2026-12-24, deputy: ben, reason: Home }
          ben:
            name: Ben
            zone: Europe/Vienna
            contacts: { mail: ben@small.example }
        calendars:
          office:
            hours:
              mon-thu: 09:00-12:30, 13:30-18:00
              fri: 22:00-26:30
              sat, sun: all day
            holidays: DE-HH
            closed days: { 2026-12-24: Eve }
            other hours:
              2026-12-23: 09:00-12:00
              2026-12-28: { hours: closed, reason: Inventory }
            breaks: 2026-09-18 14:00 to 18:00
        schedules:
          community:
            layers:
              days:
                hours: { mon-fri: 07:00-24:00 }
                rotation: { people: [ada, ben], turn: 1 week, handoff: monday 09:00, from: 2026-01-05 }
              rest:
                mode: together
                rotation: { people: ben, turn: 12 hours, from: 2026-01-05, turns: calendar }
            overrides:
              easter: { time: 2026-04-03 18:00 to 2026-04-07 09:00, replace: ada, with: ben, reason: Trip }
        escalations:
          standard:
            steps:
              - { tell: on duty, schedule: community, wait: 15m }
              - { tell: [ada, emergency contact] }
        packages:
          plus:
            name: Plus
            engagement: agency
            service levels:
              - name: Complaint
                for: complaint
                min severity: 2
                acknowledge: 1h 30m
                next action: PT4H
                client contact: 2 working days
              - name: Rest
                calendar: office
                acknowledge: { workday: 2h, weekend: "same day by 20:00, at least 30m", in meeting: same day by 18:00 }
        policies:
          retail:
            rules:
              damage: { label: complaint, cause: damage, severity: high, any: [ruined, kaputt*], none: not, networks: facebook }
            patterns:
              - { for: praise, do: { thank: thanks } }
              - { for: complaint, cause: damage, do: [apologise: regret, assign, contact client] }
        replies:
          thanks: { language: en, texts: Thank you! }
          regret: { language: en, texts: [We regret that., We are sorry.] }
        clients:
          shop:
            name: Shop
            accounts:
              shop-x: { network: twitter, handle: shop }
            contacts:
              mia: { name: Mia, contacts: { phone: +49 40 5550 03 }, emergency: true, topics: [damage] }
            agreement: { package: plus, schedule: community, escalation: standard, policy: retail }

        """;

    public static AgencyDefinition Definition { get; } = new()
    {
        Name = "Small",
        People =
        [
            new()
            {
                Id = new("ada"),
                Name = "Ada",
                Zone = "Europe/Berlin",
                Skills = [new("german")],
                Roles = [PersonRole.Author, PersonRole.DutyManager],
                Contacts = [new("mail", "ada@small.example"), new("phone", "+49 40 5550 01"), new("phone", "+49 40 5550 02")],
                Deputies = [new("ben")],
                Absences = [new(new(2026, 7, 1), new(2026, 7, 14)), new(new(2026, 12, 24), new(2026, 12, 24), new PersonId("ben"), "Home")],
            },
            new() { Id = new("ben"), Name = "Ben", Zone = "Europe/Vienna", Contacts = [new("mail", "ben@small.example")] },
        ],
        Calendars = [Office()],
        Schedules = [Community()],
        Escalations =
        [
            new()
            {
                Id = new("standard"),
                Steps =
                [
                    new([new EscalationTarget.OnDuty(new("community"))], Duration.FromMinutes(15)),
                    new([new EscalationTarget.Named(new("ada")), new EscalationTarget.EmergencyContact()]),
                ],
            },
        ],
        Packages = [Plus()],
        Policies =
        [
            new()
            {
                Id = new("retail"),
                Rules =
                [
                    new() { Id = "damage", Category = Category.Complaint, Cause = ComplaintCause.Damage, Severity = Severity.High, Any = ["ruined", "kaputt*"], None = ["not"], Networks = ["facebook"] },
                ],
                Patterns =
                [
                    new(Category.Praise, [new(ActionKind.Thank, new SavedReplyId("thanks"))]),
                    new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("regret")), new(ActionKind.Assign), new(ActionKind.ContactClient)], ComplaintCause.Damage),
                ],
            },
        ],
        Replies = [new(new("thanks"), "en", ["Thank you!"]), new(new("regret"), "en", ["We regret that.", "We are sorry."])],
        Clients =
        [
            new()
            {
                Id = new("shop"),
                Name = "Shop",
                Accounts = [new(new("shop-x"), "twitter", "shop")],
                Contacts = [new("mia", "Mia", [new("phone", "+49 40 5550 03")], true, ["damage"])],
                Agreement = new(new("plus"), new("community"), new("standard"), new("retail")),
            },
        ],
    };

    private static CalendarDefinition Office()
    {
        IReadOnlyList<OpeningWindow> split = [new(new(9, 0), new(12, 30)), new(new(13, 30), new(18, 0))];
        return new()
        {
            Id = new("office"),
            Zone = "Europe/Berlin",
            Weekly = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningWindow>>
            {
                [IsoDayOfWeek.Monday] = split,
                [IsoDayOfWeek.Tuesday] = split,
                [IsoDayOfWeek.Wednesday] = split,
                [IsoDayOfWeek.Thursday] = split,
                [IsoDayOfWeek.Friday] = [new(new(22, 0), new(2, 30))],
                [IsoDayOfWeek.Saturday] = [OpeningWindow.AllDay],
                [IsoDayOfWeek.Sunday] = [OpeningWindow.AllDay],
            },
            HolidayRegion = "DE-HH",
            Holidays = [new(new(2026, 12, 24), "Eve")],
            Overrides = [new(new(2026, 12, 23), [new(new(9, 0), new(12, 0))]), new(new(2026, 12, 28), [], "Inventory")],
            Breaks = [new(new(2026, 9, 18, 14, 0), new(2026, 9, 18, 18, 0))],
        };
    }

    private static ScheduleDefinition Community() => new()
    {
        Id = new("community"),
        Zone = "Europe/Berlin",
        Layers =
        [
            new()
            {
                Name = "days",
                Rotation = new()
                {
                    Participants = [new("ada"), new("ben")],
                    Unit = RotationUnit.Week,
                    Anchor = new(2026, 1, 5, 9, 0),
                    Consumption = TurnConsumption.ActiveWindowsOnly,
                },
                Restrictions = [new([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], new(new(7, 0), LocalTime.Midnight))],
            },
            new()
            {
                Name = "rest",
                Rotation = new() { Participants = [new("ben")], Unit = RotationUnit.Hour, Length = 12, Anchor = new(2026, 1, 5, 0, 0), Consumption = TurnConsumption.Calendar },
                Mode = LayerMode.Together,
            },
        ],
        Overrides = [new("easter", OverrideKind.Replace, new(2026, 4, 3, 18, 0), new(2026, 4, 7, 9, 0), new PersonId("ben"), new PersonId("ada"), "Trip")],
    };

    private static PackageDefinition Plus() => new()
    {
        Id = new("plus"),
        Name = "Plus",
        Engagement = EngagementOwner.Agency,
        ServiceLevels =
        [
            new()
            {
                Name = "Complaint",
                Categories = [Category.Complaint],
                MinSeverity = Severity.Medium,
                Acknowledge = new(new ResponseTarget.Within(Duration.FromMinutes(90))),
                NextAction = new(new ResponseTarget.Within(Duration.FromHours(4))),
                ClientContact = new(new ResponseTarget.BusinessDays(2)),
            },
            new()
            {
                Name = "Rest",
                Calendar = new CalendarId("office"),
                Acknowledge = new(
                    new ResponseTarget.Within(Duration.FromHours(2)),
                    new ResponseTarget.SameDayBy(new(20, 0), Duration.FromMinutes(30)),
                    new ResponseTarget.SameDayBy(new(18, 0), Duration.FromHours(1))),
            },
        ],
    };
}
