using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Incidents;
using static SocialOps.Tests.Publishing.EditorialOps;

namespace SocialOps.Tests.Publishing;

public sealed class FollowUpTests
{
    [Fact]
    public async Task Check_PostHasVanished_IsLookedForTwiceThenToldToPeople()
    {
        await using var ops = await StartAsync();
        await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        ops.Ops.Network.Posts.Clear();

        await ops.Ops.PassAsync(Duration.FromMinutes(11));
        var early = (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Count;
        await ops.Ops.PassAsync(Duration.FromMinutes(15));

        early.Should().Be(0);
        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which.Kind.Should().Be(IncidentKind.VanishedPublication);
    }

    [Fact]
    public async Task Check_SecondCopy_IsToldToPeople()
    {
        var counting = new Counting();
        await using var ops = await StartAsync(s => s.AddSingleton<IPublisher>(counting));
        await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        counting.Count = 2;

        await ops.Ops.PassAsync(Duration.FromMinutes(11));

        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which.Kind.Should().Be(IncidentKind.DuplicatePublication);
    }

    [Fact]
    [Requirement("1.14")]
    public async Task Metrics_OfAPublishedPost_AreReadAfterAnHourADayAndAWeek()
    {
        await using var ops = await StartAsync(s => s.AddSingleton<IMetricsSource>(new Tools()));
        var (item, _) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();

        await ops.Ops.PassAsync(Duration.FromDays(8));

        var snapshots = await ops.Tenant.Publications.GetMetricsAsync((await ops.PublicationAsync(item)).Id);
        snapshots.Select(s => (s.At - ops.Slot).TotalHours).Should().Equal([1, 24, 168], (actual, expected) => Math.Abs(actual - expected) < 0.1);
        snapshots[0].Metrics!.Likes.Should().Be(7);
    }

    [Fact]
    [Requirement("3.6")]
    public async Task Retract_WhereTheNetworkCan_TakesItDown()
    {
        var tools = new Tools();
        await using var ops = await StartAsync(s => s.AddSingleton<IRetractor>(tools));
        var (item, publication) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();

        await ops.Tenant.Publications.RetractAsync(publication.Id, TestOps.Ada, "the date is wrong");
        await ops.Ops.DrainAsync();

        tools.Retracted.Should().ContainSingle();
        (await ops.StateAsync(item)).Should().Be(ContentState.Retracted);
    }

    [Fact]
    public async Task Retract_WhereTheNetworkCannot_NamesAnotherWay()
    {
        await using var ops = await StartAsync();
        var (_, publication) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();

        var retract = () => ops.Tenant.Publications.RetractAsync(publication.Id, TestOps.Ada, "wrong").AsTask();

        (await retract.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*answer the post with a correction*");
    }

    [Fact]
    [Requirement("3.6")]
    public async Task Correct_ApprovedAnew_EditsThePostToExactlyThoseBytes()
    {
        var tools = new Tools();
        await using var ops = await StartAsync(s => s.AddSingleton<IEditor>(tools));
        var (item, publication) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        var edited = await ops.EditAsync(item, "Am Sonntag ist Sommerfest!");
        await ops.ApproveAsync(await ops.SubmitAsync(edited));
        var due = (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Select(i => i.Kind).ToList();

        await ops.Tenant.Publications.CorrectAsync(publication.Id, TestOps.Ada);
        await ops.Ops.DrainAsync();

        due.Should().Equal(IncidentKind.CorrectionDue);
        ContentHash.Of(tools.Edits.Should().ContainSingle().Subject.Body.Span).Should().Be(edited.Variants[0].Hash);
        ops.Ops.Network.Requests.Should().Be(1, "it is not posted a second time");
        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Correct_NotApproved_ChangesNothing()
    {
        var tools = new Tools();
        await using var ops = await StartAsync(s => s.AddSingleton<IEditor>(tools));
        var (item, publication) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        await ops.EditAsync(item, "Am Sonntag ist Sommerfest!");

        await ops.Tenant.Publications.CorrectAsync(publication.Id, TestOps.Ada);
        await ops.Ops.DrainAsync();

        tools.Edits.Should().BeEmpty();
        (await ops.Tenant.Publications.FindAsync(publication.Id))!.Content!.Hash.Should().Be(item.Variants[0].Hash);
    }

    [Fact]
    [Requirement("0.18")]
    public async Task Published_ClientHasAPlan_WhoeverPlansIsToldOfTheNextSlot()
    {
        await using var ops = await StartAsync();
        await ops.Tenant.Content.Planning.SetPlanAsync(Content.Plans.Plan(), TestOps.Ada);
        var (item, _) = await ops.ScheduledAsync();

        await ops.ReachSlotAsync();
        await ops.Ops.PassAsync(Duration.FromMinutes(10));

        (await ops.Tenant.Content.QueryHistoryAsync(item.Id, 1000)).Items.Should().Contain(e => e.Action == "planning.due");
        ops.Ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Text.StartsWith("Plan the next post for 'shop-x'", StringComparison.Ordinal));
    }

    private sealed class Tools : IMetricsSource, IRetractor, IEditor
    {
        public string Network => "*";

        public List<string> Retracted { get; } = [];

        public List<PublishRequest> Edits { get; } = [];

        public ValueTask<PostMetrics?> ReadAsync(ChannelAccountId account, string externalId, CancellationToken cancellationToken = default) => new(new PostMetrics(7, 1, 0, null));

        public ValueTask RetractAsync(ChannelAccountId account, string externalId, CancellationToken cancellationToken = default)
        {
            Retracted.Add(externalId);
            return default;
        }

        public ValueTask EditAsync(PublishRequest request, string externalId, CancellationToken cancellationToken = default)
        {
            Edits.Add(request);
            return default;
        }
    }

    private sealed class Counting : IPublisher
    {
        public string Network => "x";

        public int Count { get; set; } = 1;

        public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.None, PublishLookup.ByMarker, Duration.Zero);

        public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) => new(new PublishResult.Published("1"));

        public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => new(new PublishResult.Published("1"));

        public ValueTask<int> CountAsync(PublishRequest request, CancellationToken cancellationToken = default) => new(Count);
    }
}
