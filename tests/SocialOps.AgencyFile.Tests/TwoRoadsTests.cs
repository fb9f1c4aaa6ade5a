using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Tests;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>The sample file's two packages: the same complaint, on the same evening, goes two roads.</summary>
public sealed class TwoRoadsTests
{
    private const string Complaint = "Die neue Gabel ist kaputt!";
    private static readonly ClientId Radhaus = new("radhaus");
    private static readonly ClientId Kornblume = new("kornblume");

    [Fact]
    [Requirement("0.9")]
    public async Task Complaint_ToTheClientWithEinsteiger_IsHandedOverAndTheAgencySendsNothing()
    {
        await using var ops = await StartAsync();

        var opened = await ops.ReceiveAsync(Complaint, Kornblume, network: "facebook");
        await ops.PassAsync(Duration.FromHours(5));
        var ended = await ops.CaseAsync(opened.Id);

        opened.Clocks.Should().ContainSingle().Which.Should().Match<CaseClock>(c => c.Kind == ClockKind.ClientContact && c.DueAt == TestAgency.Friday + Duration.FromHours(4), "the package's level 'Beschwerde' says 4h");
        ended.Should().Match<Case>(c => c.Category == Category.Complaint && c.ClientReplies && c.CloseReason == CloseReason.HandedOver && c.ClocksMet == 1 && c.ClocksBreached == 0);
        ended.Responsible.Should().Be(new Recipient.OfClient(Kornblume, "brandt"));
        ops.Desk.Told.Where(t => t.Recipient is Recipient.OfClient).Select(t => t.Recipient).Distinct().Should().Equal(new Recipient.OfClient(Kornblume, "brandt"));
        ops.Network.Posts.Should().BeEmpty();
    }

    [Fact]
    [Requirement("0.10")]
    public async Task Complaint_ToTheClientWithPlus_IsAnsweredByWhoIsOnDutyUntilItIsSettled()
    {
        await using var ops = await StartAsync();

        var opened = await ops.ReceiveAsync(Complaint, Radhaus, network: "facebook");
        var duty = ((Recipient.OfAgency)opened.Responsible!).Person;
        var told = ops.Desk.Told.Select(t => t.Recipient).ToList();
        await ops.PassAsync(Duration.FromMinutes(5));
        var waiting = ops.Network.Posts.Count;
        await ops.Ops.Cases.ReplyAsync(opened.Id, Actor.Person(duty.Value, "test"));
        await ops.DrainAsync();
        var answered = await ops.CaseAsync(opened.Id);

        duty.Should().Be(await OnDutyAsync(ops));
        told.Should().Contain(new Recipient.OfAgency(duty));
        opened.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(1), "a defective product is at least of medium severity: level 'Reklamation'");
        waiting.Should().Be(0, "a complaint is answered by a person: the policy caps it at L1");
        ops.Network.Posts.Should().ContainSingle();
        answered.Should().Match<Case>(c => !c.ClientReplies && c.CloseReason == null && c.AcknowledgedAt != null);
        answered.FindClock(ClockKind.NextAction)!.State.Should().Be(ClockState.Running, "answered is not settled");
    }

    private static Task<TestOps> StartAsync() => TestOps.StartAsync(AgencyFile.Load(Repository.Sample));

    private static async Task<PersonId> OnDutyAsync(TestOps ops)
        => (await ops.Ops.Agency.FindCurrentAsync())!.GetSchedule(new("community")).At(ops.Time.Now).OnDuty[0];
}
