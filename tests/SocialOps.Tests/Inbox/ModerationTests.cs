using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>What others wrote is hidden only for a rule, with evidence, and never because it criticises.</summary>
public sealed class ModerationTests
{
    private const string Rule = "Netiquette 3: keine Werbung";

    [Fact]
    [Requirement("2.22")]
    public async Task Moderate_Spam_StoresWhatStoodThereBeforeTheNetworkIsAsked()
    {
        var network = new FakeModerator();
        await using var ops = await StartAsync(network);
        var opened = await ops.ReceiveAsync("casino", author: "bot", counters: new(3, 0, 1));

        var decided = await ops.Ops.Cases.Moderation.ModerateAsync(opened.Item, TestOps.Ada, ModerationAction.Hide, Rule);
        var before = network.Requests.ToList();
        await ops.DrainAsync();

        before.Should().BeEmpty("the evidence is committed first");
        decided.Evidence.Should().Be(new EvidenceSnapshot(TestAgency.Friday, "bot", TestAgency.Friday, TestAgency.Friday, "casino", Category.Spam, new(3, 0, 1)));
        network.Requests.Should().Equal(new ModerationRequest(TenantId.Default, null, "x", ModerationAction.Hide, opened.ExternalId, "bot"));
        (await ops.Ops.Cases.Moderation.FindAsync(decided.Id))!.DoneAt.Should().Be(TestAgency.Friday);
        (await ops.HistoryAsync(opened.Id)).Should().Contain(e => e.Action == "item.moderation" && e.Detail.Contains(Rule) && e.Detail.Contains(decided.Evidence.Hash));
    }

    [Theory]
    [Requirement("2.22")]
    [InlineData("Alles kaputt")]
    [InlineData("Notarzt ist da")]
    public async Task Moderate_WhatCriticisesOrAsks_IsRefused(string text)
    {
        await using var ops = await StartAsync(new());
        var opened = await ops.ReceiveAsync(text);

        foreach (var action in new[] { ModerationAction.Hide, ModerationAction.Block })
        {
            var silence = () => ops.Ops.Cases.Moderation.ModerateAsync(opened.Item, TestOps.Ada, action, Rule).AsTask();
            (await silence.Should().ThrowAsync<InvalidTransitionException>()).WithMessage($"*{opened.Category} is answered, not silenced*");
        }

        (await ops.Ops.Cases.Moderation.QueryAsync(TestAgency.Shop)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Moderate_NetworkCannot_NamesWhatComesNearest()
    {
        await using var ops = await StartAsync(new());
        var opened = await ops.ReceiveAsync("casino", network: "mastodon");

        var hide = () => ops.Ops.Cases.Moderation.ModerateAsync(opened.Item, TestOps.Ada, ModerationAction.Hide, Rule).AsTask();

        (await hide.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*others' replies cannot be hidden there. What comes nearest there is Report.");
    }

    [Fact]
    public async Task Moderate_NoConnectorCan_IsRefusedUnlessByHand()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("casino");

        var hide = () => ops.Ops.Cases.Moderation.ModerateAsync(opened.Item, TestOps.Ada, ModerationAction.Hide, Rule).AsTask();

        (await hide.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*no connector can Hide on x. Add one that is an IModerator, or do it there yourself and say so (byHand).");
        (await ops.Ops.Cases.Moderation.ModerateAsync(opened.Item, TestOps.Ada, ModerationAction.Hide, Rule, byHand: true)).DoneAt.Should().Be(TestAgency.Friday);
    }

    [Fact]
    public async Task Moderate_TheNetworkFailsFirst_IsTriedAgain()
    {
        var network = new FakeModerator { Failures = 2 };
        await using var ops = await StartAsync(network);
        var opened = await ops.ReceiveAsync("casino");

        var decided = await ops.Ops.Cases.Moderation.ModerateAsync(opened.Item, TestOps.Ada, ModerationAction.Hide, Rule);
        await ops.PassAsync(Duration.FromHours(1));

        (network.Requests.Count, (await ops.Ops.Cases.Moderation.FindAsync(decided.Id))!.DoneAt is not null).Should().Be((3, true));
    }

    [Fact]
    public async Task Moderate_SomebodyWithoutTheRole_IsRefused()
    {
        await using var ops = await StartAsync(new());
        var opened = await ops.ReceiveAsync("casino");

        var hide = () => ops.Ops.Cases.Moderation.ModerateAsync(opened.Item, TestOps.Ben, ModerationAction.Hide, Rule).AsTask();

        (await hide.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*may not reply: the role Author or Publisher is missing.");
    }

    private static Task<TestOps> StartAsync(FakeModerator network) => TestOps.StartAsync(extra: s => s.AddSingleton<IModerator>(network));

    private sealed class FakeModerator : IModerator
    {
        public List<ModerationRequest> Requests { get; } = [];

        public int Failures { get; set; }

        public string Network => "*";

        public ValueTask ModerateAsync(ModerationRequest request, CancellationToken cancellationToken = default)
        {
            Requests.Add(request);
            return Failures-- > 0 ? throw new HttpRequestException("503") : ValueTask.CompletedTask;
        }
    }
}
