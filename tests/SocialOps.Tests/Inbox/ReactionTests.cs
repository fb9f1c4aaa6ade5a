using NodaTime;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Tests.Inbox;

/// <summary>What people may do, and what a new comment asks of them.</summary>
public sealed class ReactionTests
{
    [Fact]
    public async Task Receive_AuthorWritesAgainAfterTheAnswer_StartsAcknowledgeAgain()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");
        await ops.PassAsync(Duration.FromMinutes(30));

        var again = await ops.ReceiveAsync("Und jetzt?", thread: "t");

        again.Category.Should().Be(Channels.Category.Complaint, "it does not become less grave");
        again.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromMinutes(90));
        ops.Desk.Told.Should().HaveCount(2);
    }

    [Fact]
    public async Task Receive_GraverItemWhileAcknowledgeRuns_KeepsTheEarlierDeadline()
    {
        await using var ops = await TestOps.StartAsync();
        var first = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.PassAsync(Duration.FromMinutes(50));

        var grave = await ops.ReceiveAsync("Notarzt ist da", thread: "t");

        grave.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(first.FindClock(ClockKind.Acknowledge)!.DueAt);
    }

    [Fact]
    public async Task Receive_GraveItemWhereTheClientReplies_StaysOpenAndClimbs()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Desk.Answer = Notifications.NotificationResult.Failed;
        await ops.ReceiveAsync("Hm", TestAgency.Bakery, "t");
        ops.Desk.Answer = Notifications.NotificationResult.HandedOver;

        var grave = await ops.ReceiveAsync("Notarzt ist da", TestAgency.Bakery, "t");
        await ops.PassAsync(Duration.FromHours(3));

        (await ops.CaseAsync(grave.Id)).ClosedAt.Should().BeNull();
        ops.Desk.Names.Should().Contain(["ada", "ben", "owner (bakery)"]);
    }

    [Fact]
    public async Task Claim_WithEveryClockMissed_IsAskedForAgain()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromHours(7));
        await ops.Ops.Cases.ClaimAsync(opened.Id, TestOps.Ada);
        ops.Desk.Told.Clear();

        await ops.PassAsync(Duration.FromHours(3));

        ops.Desk.Told.Should().NotBeEmpty("who says 'mine' and does nothing is reminded");
    }

    [Fact]
    public async Task Claim_OfAnothersCase_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ClaimAsync(opened.Id, TestOps.Ada);

        var claim = () => ops.Ops.Cases.ClaimAsync(opened.Id, TestOps.Ben).AsTask();

        (await claim.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*ada has taken it on at 2026-06-12T14:00:00Z. Let them hand it over.");
    }

    [Fact]
    public async Task Reply_Twice_IsSentOnce()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);

        var again = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada).AsTask();

        await again.Should().ThrowAsync<InvalidTransitionException>();
        await ops.DrainAsync();
        ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Reply_WithoutTheRole_IsRefusedByItsName()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        var reply = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ben).AsTask();

        (await reply.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("Actor ben: may not reply: the role Author or Publisher is missing.");
    }

    [Fact]
    [Requirement("0.9")]
    public async Task Reply_WhereTheClientReplies_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Notarzt ist da", TestAgency.Bakery);

        var reply = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, "Hallo").AsTask();

        (await reply.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*bakery replies itself; tell them instead*");
    }

    [Fact]
    public async Task HandOver_ToSomebodyUnknown_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        var handOver = () => ops.Ops.Cases.HandOverAsync(opened.Id, TestOps.Ada, new Recipient.OfClient(TestAgency.Bakery, "owner"), "Bitte").AsTask();

        await handOver.Should().ThrowAsync<InvalidTransitionException>("one client's matter is not told to another");
    }

    [Fact]
    public async Task Receive_OurOwnReply_OpensNoCase()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Danke für alles");
        var sent = ops.Network.Posts.Single().IdempotencyKey;

        await ops.ReceiveRawAsync(ops.Line(sent, "Danke!"));

        (await ops.Ops.Cases.QueryClientAsync(TestAgency.Shop)).Items.Should().ContainSingle();
        ops.Network.Posts.Should().ContainSingle("we do not thank ourselves");
    }

    [Fact]
    public async Task Receive_BeforeAnyAgencyIsDefined_Waits()
    {
        await using var ops = await TestOps.StartAsync();
        var other = ((ISocialOps)ops.Services.GetService(typeof(ISocialOps))!).For(new TenantId("other"));
        await other.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, ops.Line("1", "Alles kaputt"))]);
        await ops.PassAsync(Duration.FromHours(1));

        await other.Agency.ApplyAsync(TestAgency.Create(), Actor.Service("test", "test"));
        await ops.PassAsync(Duration.FromMinutes(1));

        (await other.Cases.QueryOpenAsync()).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Ring_WhenTheBellItselfFails_KeepsTheCase()
    {
        await using var ops = await TestOps.StartAsync(TestAgency.WithoutPeopleOnDuty());
        ops.Desk.Answer = Notifications.NotificationResult.Failed;
        ops.Sink.Fails = true;

        var opened = await ops.ReceiveAsync("Alles kaputt");
        ops.Sink.Fails = false;
        await ops.PassAsync(Duration.FromMinutes(10));

        opened.ClosedAt.Should().BeNull();
        ops.Sink.Rings.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Tell_SomethingNewAfterANightOfSilence_ComesWithinFiveMinutes()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Hm");
        await ops.PassAsync(Duration.FromHours(12));
        ops.Desk.Told.Clear();

        await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromMinutes(5));

        ops.Desk.Told.Should().Contain(t => t.Notices.Any(n => n.Text.StartsWith("New Complaint", StringComparison.Ordinal)));
    }
}
