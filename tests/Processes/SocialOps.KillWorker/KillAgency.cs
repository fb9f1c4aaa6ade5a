using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.FakeNetwork;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.KillWorker;

/// <summary>A small agency in UTC with an account on each fake network: praise is thanked for by standing autonomy, complaints wait for people.</summary>
public static class KillAgency
{
    public static readonly ClientId Shop = new("shop");
    private static readonly PersonId Ada = new("ada");
    private static readonly PersonId Ben = new("ben");

    public static AgencyDefinition Create() => new()
    {
        Name = "Kill",
        People =
        [
            new() { Id = Ada, Name = "Ada", Zone = "Etc/UTC", Contacts = [new("mail", "ada@agency.example")], Deputies = [Ben], Roles = [PersonRole.Author, PersonRole.DutyManager] },
            new() { Id = Ben, Name = "Ben", Zone = "Etc/UTC", Contacts = [new("mail", "ben@agency.example")], Deputies = [Ada] },
        ],
        Schedules = [new() { Id = new("duty"), Zone = "Etc/UTC", Layers = [Always("both", Ada)] }],
        Escalations = [new() { Id = new("ladder"), Steps = [new([new EscalationTarget.OnDuty(new("duty"))], Duration.FromMinutes(15)), new([new EscalationTarget.Named(Ben)], Duration.FromMinutes(30))] }],
        Packages =
        [
            new()
            {
                Id = new("plus"),
                Name = "Plus",
                Engagement = EngagementOwner.Agency,
                ServiceLevels =
                [
                    new() { Name = "complaints", Categories = [Category.Complaint], Acknowledge = Within(Duration.FromHours(1)), NextAction = Within(Duration.FromHours(4)), ClientContact = Within(Duration.FromHours(2)) },
                    new() { Name = "rest", Acknowledge = Within(Duration.FromHours(24)) },
                ],
            },
        ],
        Policies =
        [
            new()
            {
                Id = new("policy"),
                Rules =
                [
                    new() { Id = "thanks", Category = Category.Praise, Any = ["danke"] },
                    new() { Id = "broken", Category = Category.Complaint, Cause = ComplaintCause.ProductDefect, Any = ["kaputt*"] },
                    new() { Id = "spam", Category = Category.Spam, Any = ["casino"] },
                ],
                Patterns =
                [
                    new(Category.Praise, [new(ActionKind.Thank, new SavedReplyId("thanks"))]),
                    new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("sorry")), new(ActionKind.Assign)]),
                    new(Category.Spam, [new(ActionKind.Dismiss)]),
                ],
            },
        ],
        Replies = [new(new("thanks"), "de", ["Danke!"]), new(new("sorry"), "de", ["Das tut uns leid."])],
        Clients =
        [
            new()
            {
                Id = Shop,
                Name = "Shop",
                Accounts = [.. FakeNetworkConnector.Networks.Select(n => new ChannelAccountDefinition(new($"shop-{n}"), n, "shop"))],
                Contacts = [new("owner", "Owner", [new("phone", "+49 40 5550 0100")], IsEmergency: true)],
                Agreement = new(new("plus"), new("duty"), new("ladder"), new("policy")),
            },
        ],
    };

    private static ResponseTargets Within(Duration open) => new(new ResponseTarget.Within(open));

    private static ScheduleLayer Always(string name, PersonId person)
        => new() { Name = name, Rotation = new() { Participants = [person], Unit = RotationUnit.Week, Anchor = new(2026, 1, 5, 0, 0), Consumption = TurnConsumption.Calendar } };
}
