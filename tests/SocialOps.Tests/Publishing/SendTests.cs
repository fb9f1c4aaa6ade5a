using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Tests.Publishing;

/// <summary>Nothing is sent again on doubt.</summary>
public sealed class SendTests
{
    private static readonly PublishResult Timeout = new PublishResult.OutcomeUnknown("timeout after the body was sent");

    [Fact]
    public async Task Send_AcceptedButTimedOut_IsFoundAndNotSentAgain()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Fault = _ => (true, Timeout);

        await ReplyAsync(ops);
        await ops.PassAsync(Duration.FromHours(2));

        ops.Network.Requests.Should().Be(1);
        (await OnlyCaseAsync(ops)).Replies.Should().Be(1);
    }

    [Fact]
    public async Task Send_NeverArrived_IsSentAgainOnlyAfterTheSettleWindow()
    {
        await using var ops = await TestOps.StartAsync();
        var first = true;
        ops.Network.Fault = _ => first ? (false, Timeout) : (true, null);
        await ReplyAsync(ops);
        first = false;

        await ops.PassAsync(Duration.FromMinutes(15));
        var within = ops.Network.Requests;
        await ops.PassAsync(Duration.FromHours(1));

        within.Should().Be(1, "inside the settle window it is only looked for");
        ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Send_OutcomeUnknownWithoutLookup_WaitsForAPersonAndIsNeverSentAgain()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Capabilities = ops.Network.Capabilities with { Lookup = PublishLookup.None };
        ops.Network.Fault = _ => (false, Timeout);

        await ReplyAsync(ops);
        await ops.PassAsync(Duration.FromDays(2));

        ops.Network.Requests.Should().Be(1);
        (await OnlyCaseAsync(ops)).ReplyPending.Should().BeTrue("a second reply might be a second copy");
        ops.Desk.Told.Should().Contain(t => t.Notices.Any(n => n.Text.Contains("It is unclear whether the reply was sent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Send_ConnectorThrows_CountsAsUnknown()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Fault = _ => throw new HttpRequestException("connection reset");

        await ReplyAsync(ops);
        await ops.PassAsync(Duration.FromMinutes(10));

        ops.Network.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Send_RateLimited_WaitsAsLongAsTheNetworkSays()
    {
        await using var ops = await TestOps.StartAsync();
        var limited = true;
        ops.Network.Fault = _ => limited ? (false, new PublishResult.NotSent("429", Duration.FromMinutes(7))) : (true, null);
        await ReplyAsync(ops);
        limited = false;

        await ops.PassAsync(Duration.FromMinutes(7) - Duration.FromSeconds(1));
        var before = ops.Network.Requests;
        await ops.PassAsync(Duration.FromSeconds(1));

        before.Should().Be(1);
        ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Send_EveryAttempt_CarriesTheSameKey()
    {
        await using var ops = await TestOps.StartAsync();
        var keys = new List<string>();
        ops.Network.Fault = r =>
        {
            keys.Add(r.IdempotencyKey);
            return keys.Count < 3 ? (false, new PublishResult.NotSent("503")) : (true, null);
        };

        await ReplyAsync(ops);
        await ops.PassAsync(Duration.FromMinutes(10));

        keys.Should().HaveCount(3).And.OnlyContain(k => k == keys[0] && k.Length == 52);
    }

    [Fact]
    public async Task Send_AttemptLeftBehindByAnEndedWorker_IsOnlyLookedFor()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Fault = _ => (false, new PublishResult.NotSent("503"));
        await ReplyAsync(ops);
        var opened = await OnlyCaseAsync(ops);
        var waiting = (await ops.Ops.Publications.QueryOriginAsync(opened.Id.Value)).Items.Single();
        var store = ops.Services.GetRequiredService<IStore>();
        await store.WriteAsync(TenantId.Default, async transaction =>
        {
            var stored = await transaction.GetAsync(PublicationRecords.Publications, waiting.Id.Value);
            await transaction.PutAsync(PublicationRecords.Publications, PublicationDecision.Begin(stored.Value, 99, ops.Time.Now), stored.Version);
        }, default);
        ops.Network.Posts.Add(SendHandler.RequestOf(TenantId.Default, waiting)); // it arrived, and nobody has heard of it
        ops.Network.Fault = null;

        await ops.PassAsync(Duration.FromHours(1));

        ops.Network.Requests.Should().Be(1, "the first was refused, the second never had an answer, and there is no third");
        (await OnlyCaseAsync(ops)).Replies.Should().Be(1);
    }

    [Fact]
    public async Task Send_LeaseHasNearlyRunOut_SendsNothing()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        var handler = ops.Services.GetServices<IWorkHandler>().OfType<SendHandler>().Single();
        var kinds = new Dictionary<string, int> { [handler.Kind] = 1 };
        var claimed = (await ops.Services.GetRequiredService<IWorkQueue>().ClaimAsync(new("test", ops.Time.Now, Duration.FromSeconds(30), 1, null, kinds))).Items.Single();

        await handler.HandleAsync(new(claimed, ops.Time.Now, ops.Time.Now, default), default);

        ops.Network.Requests.Should().Be(0, "another worker may have the row before the answer is there");
        (await ops.Ops.Publications.QueryOriginAsync(opened.Id.Value)).Items.Single().State.Should().Be(PublicationState.Scheduled);
    }

    private static async Task ReplyAsync(TestOps ops)
    {
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();
    }

    private static async Task<Case> OnlyCaseAsync(TestOps ops) => (await ops.Ops.Cases.QueryClientAsync(TestAgency.Shop)).Items.Single();
}
