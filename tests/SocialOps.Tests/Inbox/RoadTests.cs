using NodaTime;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>Which road an item takes: by category and by who answers for the client.</summary>
public sealed class RoadTests
{
    [Fact]
    [Requirement("0.11")]
    public async Task Receive_Praise_IsThankedByStandingAutonomyAndClosed()
    {
        await using var ops = await TestOps.StartAsync();

        var thanked = await ops.ReceiveAsync("Danke für die Beratung");

        ops.Network.Posts.Should().ContainSingle().Which.Text.Should().Be("Danke!");
        thanked.CloseReason.Should().Be(CloseReason.Settled);
        ops.Desk.Told.Should().BeEmpty("nobody needs to be told");
    }

    [Fact]
    public async Task Receive_Spam_IsRecordedAndClosed()
    {
        await using var ops = await TestOps.StartAsync();

        var dismissed = await ops.ReceiveAsync("Best casino");

        dismissed.CloseReason.Should().Be(CloseReason.NoActionDue);
        (await ops.HistoryAsync(dismissed.Id)).Should().Contain(e => e.Action == "case.closed");
    }

    [Fact]
    [Requirement("0.13")]
    public async Task Receive_Complaint_ProposesAnApologyAndTellsWhoIsOnDuty()
    {
        await using var ops = await TestOps.StartAsync();

        var opened = await ops.ReceiveAsync("Alles kaputt");

        opened.ProposedReply!.Value.Value.Should().Be("sorry");
        ops.Network.Posts.Should().BeEmpty("a person sends it");
        ops.Desk.Names.Should().Equal("ada");
    }

    [Fact]
    [Requirement("0.9")]
    public async Task Receive_ComplaintWhereTheClientReplies_IsToldAndHandedOver()
    {
        await using var ops = await TestOps.StartAsync();

        var handed = await ops.ReceiveAsync("Alles kaputt", TestAgency.Bakery);

        handed.CloseReason.Should().Be(CloseReason.HandedOver);
        handed.FindClock(ClockKind.ClientContact)!.State.Should().Be(ClockState.Met);
        ops.Desk.Names.Should().Equal("owner (bakery)");
        ops.Network.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task Receive_EmergencyWhereTheClientReplies_StaysOpenUntilTheClientClaims()
    {
        await using var ops = await TestOps.StartAsync();

        var open = await ops.ReceiveAsync("Notarzt ist da", TestAgency.Bakery);
        open.ClosedAt.Should().BeNull();
        var claimed = await ops.Ops.Cases.ClaimAsync(open.Id, Actor.ClientContact("owner", "phone"));

        claimed.CloseReason.Should().Be(CloseReason.HandedOver);
    }

    [Fact]
    public async Task NoticeDelivered_WhenNoChannelWorks_KeepsTheCaseOpenAndRings()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Desk.Answer = Notifications.NotificationResult.Failed;

        var open = await ops.ReceiveAsync("Alles kaputt", TestAgency.Bakery);

        open.ClosedAt.Should().BeNull();
        ops.Sink.Rings.Should().Contain("no notification channel reached owner (bakery).");
    }

    [Fact]
    public async Task Receive_SecondItemOfTheThread_JoinsTheOpenCase()
    {
        await using var ops = await TestOps.StartAsync();
        var first = await ops.ReceiveAsync("Alles kaputt", thread: "t");

        var second = await ops.ReceiveAsync("Bei mir auch kaputt", thread: "t");

        second.Id.Should().Be(first.Id);
        second.Items.Should().Be(2);
        (await ops.Ops.Inbox.QueryItemsAsync(first.Id)).Items.Should().HaveCount(2);
    }

    [Fact]
    public async Task Receive_ItemAfterTheCaseClosed_OpensANewOne()
    {
        await using var ops = await TestOps.StartAsync();
        var first = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.SettleAsync(first.Id);

        var second = await ops.ReceiveAsync("Wieder kaputt", thread: "t", author: "bert");

        second.Id.Should().NotBe(first.Id);
        second.ClosedAt.Should().BeNull();
    }

    [Fact]
    public async Task Receive_GraverItem_TakesTheCaseOverWithItsOwnClocks()
    {
        await using var ops = await TestOps.StartAsync();
        var mild = await ops.ReceiveAsync("Hm", thread: "t");
        await ops.Ops.Cases.ClaimAsync(mild.Id, TestOps.Ada);
        await ops.PassAsync(Duration.FromMinutes(30));

        var grave = await ops.ReceiveAsync("Alles kaputt", thread: "t");

        grave.Category.Should().Be(Channels.Category.Complaint);
        grave.ClaimedAt.Should().BeNull("somebody has to look again");
        grave.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromMinutes(90));
    }

    [Fact]
    public async Task ReplyOutcome_Rejected_TellsSomebodyThatTheAuthorSawNothing()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Fault = _ => (false, new Channels.PublishResult.Rejected("403", "duplicate content"));
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);

        await ops.PassAsync(Duration.FromMinutes(10));

        var after = await ops.CaseAsync(opened.Id);
        after.AcknowledgedAt.Should().BeNull();
        ops.Desk.Told.Last().Notices[^1].Text.Should().StartWith("The reply was not sent (403: duplicate content)");
    }

    [Fact]
    public async Task Publication_OfAPerson_CarriesItsBasis()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, "Das tut uns leid, wir sehen nach.");
        await ops.DrainAsync();

        var decided = (await ops.HistoryAsync(opened.Id)).Single(e => e.Action == "reply.decided");
        decided.Actor.Should().Be(TestOps.Ada);
        ops.Network.Posts.Single().Text.Should().Be("Das tut uns leid, wir sehen nach.");
    }
}
