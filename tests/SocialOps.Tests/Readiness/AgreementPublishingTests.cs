using NodaTime;
using SocialOps.Incidents;
using SocialOps.Publishing;
using SocialOps.Tests.Publishing;

namespace SocialOps.Tests.Readiness;

/// <summary>The shop's package asks for an agreement; a post is to go out at 16:00.</summary>
public sealed class AgreementPublishingTests
{
    [Fact]
    [Requirement("2.1")]
    public async Task Schedule_WithoutAnAgreement_IsHeldAtOnceAndSomebodyIsResponsible()
    {
        await using var ops = await StartAsync();

        var (item, publication) = await ops.ScheduledAsync();
        var incident = (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Subject;
        await ops.ReachSlotAsync();

        publication.Should().Match<Publication>(p => p.State == PublicationState.Held && p.HeldFor == HoldCause.Agreement);
        incident.Kind.Should().Be(IncidentKind.HeldPublication);
        incident.Summary.Should().Contain("package 'plus' of shop asks for an active agreement, and there is none. Quote it, record the client's mail and activate it");
        incident.Responsible.Should().NotBeNull();
        ops.Ops.Network.Posts.Should().BeEmpty();
        (await ops.PublicationAsync(item)).State.Should().Be(PublicationState.Held);
    }

    [Theory]
    [Requirement("2.1")]
    [InlineData(60)]
    [InlineData(150)]
    public async Task Activate_PostsThatWaitedForIt_GoOnAtTheirTimeOrAtOnce(int minutes)
    {
        await using var ops = await StartAsync();
        var (item, _) = await ops.ScheduledAsync();
        await ops.Ops.PassAsync(Duration.FromMinutes(minutes));

        await AgreementStory.ActivateAsync(ops);
        var open = (await ops.Tenant.Incidents.QueryOpenAsync()).Items;
        var resumed = await ops.PublicationAsync(item);
        await ops.Ops.PassAsync(Duration.FromMinutes(61));

        open.Should().BeEmpty();
        resumed.Should().Match<Publication>(p => p.State == PublicationState.Scheduled && p.HeldFor == null && p.ConfirmedAt == null);
        (await ops.PublicationAsync(item)).Should().Match<Publication>(p => p.State == PublicationState.Published && p.PublishedAt >= ops.Slot);
        ops.Ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    [Requirement("2.1")]
    public async Task Attempt_AgreementEndedAfterScheduling_IsHeld()
    {
        await using var ops = await StartAsync();
        var agreement = await AgreementStory.ActivateAsync(ops);
        var (item, publication) = await ops.ScheduledAsync();

        await ops.Tenant.Agreements.EndAsync(agreement.Id, TestOps.Ada, "They sold the shop.");
        await ops.ReachSlotAsync();

        publication.State.Should().Be(PublicationState.Scheduled);
        (await ops.PublicationAsync(item)).HeldFor.Should().Be(HoldCause.Agreement);
        ops.Ops.Network.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task Attempt_PackageAsksForNoAgreement_IsSentWithoutOne()
    {
        await using var ops = await StartAsync(required: false);
        await ops.ScheduledAsync();

        await ops.ReachSlotAsync();

        ops.Ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Reply_WithoutAnAgreement_IsSentNevertheless()
    {
        await using var ops = await StartAsync();
        var complaint = await ops.Ops.ReceiveAsync("Das Rad ist kaputt!");

        await ops.Tenant.Cases.ReplyAsync(complaint.Id, TestOps.Ada);
        await ops.Ops.DrainAsync();

        ops.Ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Activate_PostsHeldForAnotherReason_StayHeld()
    {
        await using var ops = await StartAsync();
        await ops.Tenant.Agency.ApplyAsync(AgreementStory.Agency(required: false), TestOps.Ada);
        var (item, _) = await ops.ScheduledAsync();
        await ops.Tenant.Publications.Freezes.FreezeAsync(FreezeScope.All, TestOps.Ben, "A wave.");
        await ops.ReachSlotAsync();

        await AgreementStory.ActivateAsync(ops);

        (await ops.PublicationAsync(item)).Should().Match<Publication>(p => p.State == PublicationState.Held && p.HeldFor == HoldCause.Freeze);
    }

    private static async Task<EditorialOps> StartAsync(bool required = true)
    {
        var ops = await EditorialOps.StartAsync();
        await ops.Tenant.Agency.ApplyAsync(AgreementStory.Agency(required), TestOps.Ada);
        return ops;
    }
}
