using NodaTime;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>The clocks of a case: acknowledged is not handled.</summary>
public sealed class ClockTests
{
    private static readonly Duration Tick = Duration.FromMilliseconds(1) / 1000;

    [Fact]
    public async Task Receive_Complaint_StartsTheAcknowledgeClockOfItsServiceLevel()
    {
        await using var ops = await TestOps.StartAsync();

        var opened = await ops.ReceiveAsync("Alles kaputt");

        opened.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(1));
        opened.FindClock(ClockKind.NextAction).Should().BeNull();
    }

    [Fact]
    [Requirement("2.10")]
    public async Task Acknowledge_Complaint_StartsTheNextActionClock()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromMinutes(20));

        var acknowledged = await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");

        acknowledged.ClosedAt.Should().BeNull("acknowledged is not handled");
        acknowledged.FindClock(ClockKind.Acknowledge)!.State.Should().Be(ClockState.Met);
        acknowledged.FindClock(ClockKind.NextAction)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromMinutes(260));
    }

    [Fact]
    public async Task NextAction_MissedOnFridayNight_TellsSomebodyAgain()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");
        ops.Desk.Told.Clear();

        await ops.PassAsync(Duration.FromHours(5));

        ops.Desk.Told.Should().Contain(t => t.At == TestAgency.Friday + Duration.FromHours(4) + Tick);
        (await ops.CaseAsync(opened.Id)).FindClock(ClockKind.NextAction)!.State.Should().Be(ClockState.Breached);
    }

    [Fact]
    public async Task Acknowledge_AtTheDeadline_IsInTime()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromHours(1));

        var acknowledged = await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");

        acknowledged.ClocksBreached.Should().Be(0);
        acknowledged.FindClock(ClockKind.Acknowledge)!.State.Should().Be(ClockState.Met);
    }

    [Fact]
    public async Task Acknowledge_OneMicrosecondLate_IsMissed()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromHours(1) + Tick);

        var acknowledged = await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");

        acknowledged.ClocksBreached.Should().Be(1);
        acknowledged.FindClock(ClockKind.Acknowledge)!.State.Should().Be(ClockState.Missed);
    }

    [Fact]
    public async Task Acknowledge_Missed_StartsNextActionAtItsDeadline()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        await ops.PassAsync(Duration.FromHours(1) + Tick);

        (await ops.CaseAsync(opened.Id)).FindClock(ClockKind.NextAction)!.StartedAt.Should().Be(TestAgency.Friday + Duration.FromHours(1));
    }

    [Fact]
    public async Task Claim_Complaint_StopsNoClock()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        var claimed = await ops.Ops.Cases.ClaimAsync(opened.Id, TestOps.Ada);

        claimed.FindClock(ClockKind.Acknowledge)!.State.Should().Be(ClockState.Running);
        claimed.AcknowledgedAt.Should().BeNull("claimed is not acknowledged");
    }

    [Fact]
    public async Task Reply_Sent_AcknowledgesOnlyWhenTheAuthorCanSeeIt()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        var replying = await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        var before = replying.AcknowledgedAt;
        await ops.DrainAsync();

        before.Should().BeNull();
        (await ops.CaseAsync(opened.Id)).AcknowledgedAt.Should().Be(TestAgency.Friday);
        ops.Network.Posts.Should().ContainSingle().Which.Text.Should().Be("Das tut uns leid.");
    }

    [Fact]
    public async Task HandOver_ToAnother_RestartsNextAction()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");
        await ops.PassAsync(Duration.FromHours(3));

        var handed = await ops.Ops.Cases.HandOverAsync(opened.Id, TestOps.Ada, new People.Recipient.OfAgency(TestAgency.Ben), "Wochenende");

        handed.FindClock(ClockKind.NextAction)!.StartedAt.Should().Be(TestAgency.Friday + Duration.FromHours(3));
        handed.Responsible!.ToString().Should().Be("ben");
    }

    [Fact]
    public async Task Settle_WithRunningClocks_ClosesAndTheirRowsAreSuperseded()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.SettleAsync(opened.Id);
        var told = ops.Desk.Told.Count;

        await ops.PassAsync(Duration.FromDays(3));

        var closed = await ops.CaseAsync(opened.Id);
        closed.CloseReason.Should().Be(CloseReason.Settled);
        ops.Desk.Told.Should().HaveCount(told, "nothing is left to tell");
        (await ops.Ops.Cases.QueryDueAsync(opened.Id)).Should().BeEmpty();
    }

    [Fact]
    public async Task Settle_Twice_TellsWhenItWasClosed()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.SettleAsync(opened.Id);

        var again = () => ops.Ops.Cases.SettleAsync(opened.Id, TestOps.Ada, "Noch einmal.").AsTask();

        (await again.Should().ThrowAsync<InvalidTransitionException>()).WithMessage($"Case {opened.Id}: it was closed at 2026-06-12T14:00:00Z (Settled). A new comment opens a new case.");
    }
}
