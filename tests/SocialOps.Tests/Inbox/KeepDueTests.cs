using NodaTime;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>Something comes back to an open case even when its last clock ends and nobody climbs any more (found by the simulation, seed 508).</summary>
public sealed class KeepDueTests
{
    [Fact]
    public async Task NoticeDelivered_ClaimedAndNoOtherClockRuns_LooksAtTheCaseAgain()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Desk.Answer = SocialOps.Notifications.NotificationResult.Failed;
        var grave = await ops.ReceiveAsync("Mein Kind musste zum Notarzt", TestAgency.Bakery);
        await ops.Ops.Cases.ClaimAsync(grave.Id, TestOps.Ada);
        ops.Desk.Answer = SocialOps.Notifications.NotificationResult.HandedOver;
        await ops.PassAsync(Duration.FromMinutes(10));

        var open = await ops.CaseAsync(grave.Id);
        open.ClosedAt.Should().BeNull("somebody at the client has to say mine");
        open.Clocks.Should().NotContain(c => c.State == ClockState.Running);

        (await ops.Ops.Cases.QueryDueAsync(grave.Id)).Should().Contain(r => r.DedupeKey == $"{grave.Id}/{open.EscalationSequence}");
        (await ops.Ops.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }
}
