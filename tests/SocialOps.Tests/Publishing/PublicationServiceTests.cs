using NodaTime;
using SocialOps.Channels;
using SocialOps.Incidents;
using SocialOps.Publishing;

namespace SocialOps.Tests.Publishing;

public sealed class PublicationServiceTests
{
    [Fact]
    public async Task NeedsHuman_NobodyActs_HasAnIncidentOfItsOwnWithHalfAnHour()
    {
        await using var ops = await UnclearAsync();

        var incident = (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Subject;

        incident.Kind.Should().Be(IncidentKind.UnclearPublication);
        (incident.DueAt - incident.OpenedAt).Should().Be(Duration.FromMinutes(30));
    }

    [Fact]
    public async Task Confirm_ItIsThere_EndsThePublicationTheIncidentAndAcknowledgesTheCase()
    {
        await using var ops = await UnclearAsync();

        var publication = await ops.Ops.Publications.ConfirmAsync((await OnlyAsync(ops)).Id, TestOps.Ada, "post-7");
        await ops.DrainAsync();

        publication.State.Should().Be(PublicationState.Published);
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
        var open = (await ops.Ops.Cases.QueryOpenAsync()).Items.Single();
        (open.ReplyPending, open.AcknowledgedAt is not null).Should().Be((false, true));
        ops.Network.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Release_ItIsNotThere_IsSentOnceMore()
    {
        await using var ops = await UnclearAsync();
        ops.Network.Fault = null;

        await ops.Ops.Publications.ReleaseAsync((await OnlyAsync(ops)).Id, TestOps.Ada);
        await ops.DrainAsync();

        ops.Network.Requests.Should().Be(2);
        (await ops.Ops.Publications.QueryUnfinishedAsync()).Items.Should().BeEmpty();
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Release_UnclearAgain_OpensTheIncidentAgain()
    {
        await using var ops = await UnclearAsync();

        await ops.Ops.Publications.ReleaseAsync((await OnlyAsync(ops)).Id, TestOps.Ada);
        await ops.PassAsync(Duration.FromMinutes(1));

        ops.Network.Requests.Should().Be(2);
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Cancel_WithAReason_LetsTheCaseBeAnsweredAnew()
    {
        await using var ops = await UnclearAsync();

        await ops.Ops.Publications.CancelAsync((await OnlyAsync(ops)).Id, TestOps.Ada, "we call instead");
        await ops.DrainAsync();

        (await ops.Ops.Cases.QueryOpenAsync()).Items.Single().ReplyPending.Should().BeFalse();
    }

    [Fact]
    public async Task Confirm_WithoutTheRole_IsRefusedAndChangesNothing()
    {
        await using var ops = await UnclearAsync();
        var id = (await OnlyAsync(ops)).Id;

        var confirm = () => ops.Ops.Publications.ConfirmAsync(id, Actor.Service("bot", "test"), "1").AsTask();

        await confirm.Should().ThrowAsync<InvalidTransitionException>();
        (await ops.Ops.Publications.FindAsync(id))!.State.Should().Be(PublicationState.NeedsHuman);
    }

    [Fact]
    public async Task Confirm_Published_IsRefused()
    {
        await using var ops = await UnclearAsync();
        var id = (await OnlyAsync(ops)).Id;
        await ops.Ops.Publications.ConfirmAsync(id, TestOps.Ada, "1");

        var again = () => ops.Ops.Publications.ReleaseAsync(id, TestOps.Ada).AsTask();

        (await again.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*is Published*");
    }

    [Fact]
    public async Task Send_NeverLeavesUs_WaitsLongerEachTimeAndForAPersonAfterADay()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Fault = _ => (false, new PublishResult.NotSent("no route"));
        var open = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(open.Id, TestOps.Ada, "Das tut uns leid.");

        await ops.PassAsync(Duration.FromHours(25));

        var publication = await OnlyAsync(ops);
        publication.State.Should().Be(PublicationState.NeedsHuman);
        ops.Network.Requests.Should().BeInRange(40, 60, "1, 2, 4, 8, 16, then 32 minutes");
    }

    private static async Task<TestOps> UnclearAsync()
    {
        var ops = await TestOps.StartAsync();
        ops.Network.Capabilities = ops.Network.Capabilities with { Lookup = PublishLookup.None };
        ops.Network.Fault = _ => (false, new PublishResult.OutcomeUnknown("timeout"));
        var open = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(open.Id, TestOps.Ada, "Das tut uns leid.");
        await ops.PassAsync(Duration.FromMinutes(1));
        return ops;
    }

    private static async Task<Publication> OnlyAsync(TestOps ops) => (await ops.Ops.Publications.QueryUnfinishedAsync()).Items.Single();
}
