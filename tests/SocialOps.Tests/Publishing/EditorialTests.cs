using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Incidents;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Storage;
using static SocialOps.Tests.Publishing.EditorialOps;

namespace SocialOps.Tests.Publishing;

public sealed class EditorialTests
{
    [Fact]
    [Requirement("0.7")]
    public async Task Publish_Approved_SendsExactlyTheApprovedBytesAtItsTimeOnce()
    {
        await using var ops = await StartAsync();
        var (item, publication) = await ops.ScheduledAsync();
        var before = ops.Ops.Network.Requests;

        await ops.ReachSlotAsync();

        before.Should().Be(0);
        var sent = ops.Ops.Network.Posts.Should().ContainSingle().Subject;
        ContentHash.Of(sent.Body.Span).Should().Be(item.Variants[0].Hash);
        var published = (await ops.Tenant.Publications.FindAsync(publication.Id))!;
        (published.State, published.Basis.Kind, published.Basis.GrantedBy.Id).Should().Be((PublicationState.Published, PublicationBasisKind.Quorum, "ben"));
        (await ops.StateAsync(item)).Should().Be(ContentState.Published);
    }

    [Fact]
    public async Task Publish_NeverSubmitted_IsNotEvenScheduled()
    {
        await using var ops = await StartAsync();
        var item = await ops.WriteAsync();

        await ops.ReachSlotAsync();

        ops.Ops.Network.Requests.Should().Be(0);
        (await ops.Tenant.Publications.QueryOriginAsync(item.Id.Value)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_EditedAfterTheApproval_IsHeldAndToldToPeople()
    {
        await using var ops = await StartAsync();
        var (item, publication) = await ops.ScheduledAsync();
        await ops.EditAsync(item, "Am Sonntag ist Sommerfest!");

        await ops.ReachSlotAsync();

        ops.Ops.Network.Requests.Should().Be(0);
        (await ops.Tenant.Publications.FindAsync(publication.Id))!.State.Should().Be(PublicationState.Held);
        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which.Kind.Should().Be(IncidentKind.HeldPublication);
    }

    [Fact]
    public async Task Publish_StoredBytesWereChangedPastTheLibrary_IsHeld()
    {
        await using var ops = await StartAsync();
        var (item, publication) = await ops.ScheduledAsync();
        await ops.Ops.Services.GetRequiredService<IStore>().WriteAsync(TenantId.Default, async transaction =>
        {
            var stored = await transaction.GetAsync(ContentRecords.Revisions, ContentRecords.KeyOf(item.Id, item.Revision));
            await transaction.PutAsync(ContentRecords.Revisions, stored.Value with { Variants = [.. stored.Value.Variants.Select(v => v with { Text = "Am Samstag ist Ausverkauf!" })] }, stored.Version);
        }, default);

        await ops.ReachSlotAsync();

        ops.Ops.Network.Requests.Should().Be(0);
        var held = (await ops.Tenant.Publications.FindAsync(publication.Id))!;
        (held.State, held.Reason).Should().Match<(PublicationState State, string? Reason)>(h => h.State == PublicationState.Held && h.Reason!.Contains("past the library"));
    }

    [Fact]
    public async Task Publish_EditedAndApprovedAnew_SendsTheNewBytesAlone()
    {
        await using var ops = await StartAsync();
        var (item, first) = await ops.ScheduledAsync();
        var edited = await ops.EditAsync(item, "Am Sonntag ist Sommerfest!");
        await ops.ApproveAsync(await ops.SubmitAsync(edited));

        await ops.ReachSlotAsync();

        ops.Ops.Network.Posts.Should().ContainSingle().Which.Text.Should().Be("Am Sonntag ist Sommerfest!");
        (await ops.Tenant.Publications.FindAsync(first.Id))!.State.Should().Be(PublicationState.Cancelled);
        (await ops.StateAsync(item)).Should().Be(ContentState.Published);
    }

    [Fact]
    public async Task Publish_EditedAndBack_IsSentOnTheOldApproval()
    {
        await using var ops = await StartAsync();
        var (item, _) = await ops.ScheduledAsync();
        var edited = await ops.EditAsync(item, "Anders");
        await ops.EditAsync(edited, "Am Samstag ist Sommerfest!");

        await ops.ReachSlotAsync();

        ops.Ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Publish_ApprovalTakenBack_IsNotSent()
    {
        await using var ops = await StartAsync();
        var (item, publication) = await ops.ScheduledAsync();
        var request = (await ops.Tenant.Approvals.FindLatestAsync(ApprovalSubjectKind.Content, item.Id.Value))!;
        await ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Revoke(new Recipient.OfAgency(TestAgency.Ben), "the date is wrong"));

        await ops.ReachSlotAsync();

        ops.Ops.Network.Requests.Should().Be(0);
        (await ops.Tenant.Publications.FindAsync(publication.Id))!.Reason.Should().StartWith("there is no valid approval");
    }

    [Fact]
    public async Task Revoke_AfterItWentOut_IsRefused()
    {
        await using var ops = await StartAsync();
        var (item, _) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        var request = (await ops.Tenant.Approvals.FindLatestAsync(ApprovalSubjectKind.Content, item.Id.Value))!;

        var answer = await ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Revoke(new Recipient.OfAgency(TestAgency.Ben), "too late"));

        answer.IsAccepted.Should().BeFalse();
    }

    [Fact]
    public async Task Approve_OneOfTwoVariants_PublishesThatOneAndTheItemIsPartlyOut()
    {
        await using var ops = await StartAsync();
        var item = await ops.WriteAsync(accounts: [X, Bluesky]);
        var request = await ops.SubmitAsync(item);
        await ops.ApproveAsync(request, "shop-x");
        await ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Decide(DecisionKind.Reject, new Recipient.OfAgency(TestAgency.Ben), "test") { Comment = "not there", Parts = [new("shop-bsky", item.FindVariant(Bluesky)!.Hash)] });

        await ops.ReachSlotAsync();

        ops.Ops.Network.Posts.Should().ContainSingle().Which.Account.Should().Be(X);
        (await ops.StateAsync(item)).Should().Be(ContentState.PartiallyPublished);
    }

    [Fact]
    public async Task Submit_NotReady_TellsEverythingAndAsksNobody()
    {
        await using var ops = await StartAsync();
        var item = await ops.WriteAsync(new string('a', 400));

        var submission = await ops.Tenant.Editorial.SubmitAsync(item.Id, TestOps.Ada);

        (submission.IsAccepted, submission.Answer).Should().Be((false, null));
        submission.Readiness.Findings.Should().Contain(f => f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task Submit_Accepted_TheContentStandsWhereItsApprovalStands()
    {
        await using var ops = await StartAsync();
        var item = await ops.WriteAsync();
        var request = await ops.SubmitAsync(item);
        var inReview = (await ops.Tenant.Content.FindAsync(item.Id))!.Variants[0];

        await ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Decide(DecisionKind.RequestChanges, new Recipient.OfAgency(TestAgency.Ben), "test") { Comment = "which Saturday?" });
        await ops.Ops.DrainAsync();

        (inReview.State, inReview.Step).Should().Be((VariantState.InReview, 1));
        (await ops.Tenant.Content.FindAsync(item.Id))!.Variants[0].State.Should().Be(VariantState.ChangesRequested);
    }

    [Fact]
    public async Task Schedule_MovedInsideTheWindow_KeepsTheApprovalAndGoesOutThen()
    {
        await using var ops = await StartAsync();
        var (item, _) = await ops.ScheduledAsync();
        var earlier = ops.Slot - Duration.FromHours(1);

        await ops.Tenant.Editorial.ScheduleAsync(item.Id, item.Window! with { PublishAt = earlier }, TestOps.Ada);
        await ops.Ops.PassAsync(earlier - ops.Ops.Time.Now + Duration.FromSeconds(1));
        var sent = ops.Ops.Network.Requests;
        await ops.ReachSlotAsync();

        (sent, ops.Ops.Network.Requests).Should().Be((1, 1));
    }

    [Fact]
    public async Task Schedule_MovedLater_IsNotSentAtTheOldTime()
    {
        await using var ops = await StartAsync();
        var (item, _) = await ops.ScheduledAsync();
        await ops.Tenant.Editorial.ScheduleAsync(item.Id, item.Window! with { PublishAt = ops.Slot + Duration.FromHours(1) }, TestOps.Ada);

        await ops.ReachSlotAsync();
        var sent = ops.Ops.Network.Requests;
        await ops.Ops.PassAsync(Duration.FromHours(1));

        (sent, ops.Ops.Network.Requests).Should().Be((0, 1));
    }

    [Fact]
    public async Task Freeze_OfTheClient_HoldsUntilItIsLiftedAndConfirmedAgain()
    {
        await using var ops = await StartAsync();
        var (_, publication) = await ops.ScheduledAsync();
        await ops.Tenant.Publications.Freezes.FreezeAsync(FreezeScope.Of(TestAgency.Shop), TestOps.Ada, "a wave");
        await ops.ReachSlotAsync();
        var frozen = ((await ops.Tenant.Publications.FindAsync(publication.Id))!.State, ops.Ops.Network.Requests);

        await ops.Tenant.Publications.Freezes.LiftAsync(FreezeScope.Of(TestAgency.Shop), TestOps.Ada);
        await ops.Ops.PassAsync(Duration.FromMinutes(10));
        var lifted = ops.Ops.Network.Requests;
        await ops.Tenant.Publications.ReconfirmAsync(publication.Id, TestOps.Ada);
        await ops.Ops.DrainAsync();

        frozen.Should().Be((PublicationState.Held, 0));
        (lifted, ops.Ops.Network.Requests).Should().Be((0, 1));
        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().BeEmpty("a freeze is meant");
    }

    [Fact]
    public async Task Freeze_OfAnotherAccount_HoldsNothingElse()
    {
        await using var ops = await StartAsync();
        await ops.ScheduledAsync();
        await ops.Tenant.Publications.Freezes.FreezeAsync(FreezeScope.Of(Bluesky), TestOps.Ada, "a new password");

        await ops.ReachSlotAsync();

        ops.Ops.Network.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Freeze_OfEverything_LetsRepliesThrough()
    {
        await using var ops = await StartAsync();
        await ops.Tenant.Publications.Freezes.FreezeAsync(FreezeScope.All, TestOps.Ada, "a wave");
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");

        await ops.Tenant.Cases.ReplyAsync(open.Id, TestOps.Ada, "Das tut uns leid.");
        await ops.Ops.DrainAsync();

        ops.Ops.Network.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Emergency_ReleasedByADutyManager_GoesOutAtItsTimeOnThatBasis()
    {
        await using var ops = await StartAsync();
        var item = await ops.WriteAsync();
        var request = await ops.SubmitAsync(item);

        await ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.ReleaseInEmergency(new Recipient.OfAgency(TestAgency.Ada), "a recall", [new("shop-x", item.Variants[0].Hash)]));
        await ops.ReachSlotAsync();

        (await ops.PublicationAsync(item)).Basis.Kind.Should().Be(PublicationBasisKind.Emergency);
    }

    [Fact]
    public async Task Emergency_ReleasedTwice_TheRecordNamesTheOneThatCountedAndWhoTookItOnThemselves()
    {
        await using var ops = await StartAsync();
        var item = await ops.WriteAsync(accounts: [X, Bluesky]);
        var request = await ops.SubmitAsync(item);
        var release = new ApprovalCommand.ReleaseInEmergency(new Recipient.OfAgency(TestAgency.Ada), "a recall", [new(X.Value, item.FindVariant(X)!.Hash)]);
        var at = ops.Ops.Time.Now;
        await ops.Tenant.Approvals.ExecuteAsync(request.Id, release);
        ops.Ops.Time.Advance(Duration.FromMinutes(1));
        await ops.Tenant.Approvals.ExecuteAsync(request.Id, release with { Parts = [new(Bluesky.Value, item.FindVariant(Bluesky)!.Hash)] });

        await ops.ReachSlotAsync();

        var basis = (await ops.Tenant.Publications.QueryOriginAsync(item.Id.Value)).Items.Single(p => p.Account == X).Basis;
        (basis.Kind, basis.GrantedBy.Id, basis.GrantedAt).Should().Be((PublicationBasisKind.Emergency, "ada", at));
    }

    /// <summary>Two rows of one publication would look for each other's attempts.</summary>
    [Fact]
    public async Task Reconfirm_WhileItWaits_TheEarlierRowEndsWithoutAnEffect()
    {
        await using var ops = await StartAsync();
        var (_, publication) = await ops.ScheduledAsync();
        await ops.Tenant.Publications.ReconfirmAsync(publication.Id, TestOps.Ada);
        ops.Ops.Network.Fault = _ => (false, new SocialOps.Channels.PublishResult.NotSent("503", Duration.FromHours(1)));

        await ops.ReachSlotAsync();

        var open = (await ops.Tenant.Work.QueryAsync(new(SubjectId: publication.Id.Value, Limit: 1_000))).Items.Where(r => r.Kind == PublicationDraft.WorkKind);
        open.Should().ContainSingle().Which.DedupeKey.Should().Be(PublicationDraft.KeyOf((await ops.Tenant.Publications.FindAsync(publication.Id))!));
        ops.Ops.Network.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Emergency_ReleasedByAHostWhoseClockIsAhead_WaitsForThatInstantAndIsNotHeld()
    {
        var store = new SocialOps.Storage.InMemory.InMemoryStore(TimeProvider.System);
        await using var ops = await StartAsync(store: o => o.UseStore(_ => store));
        var item = await ops.WriteAsync();
        var request = await ops.SubmitAsync(item);
        ops.Ops.Time.SetUtcNow(ops.Slot + Duration.FromSeconds(1));
        var behind = new SocialOps.Testing.FakeTime(ops.Ops.Time.Now - Duration.FromMinutes(1));
        using var other = new ServiceCollection().AddSingleton<TimeProvider>(behind).AddSingleton<SocialOps.Channels.IPublisher>(ops.Ops.Network).AddSocialOps(o => o.UseStore(_ => store)).BuildServiceProvider();
        var pump = other.GetRequiredService<SocialOps.Work.IWorkPump>();
        await ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.ReleaseInEmergency(new Recipient.OfAgency(TestAgency.Ada), "a recall", [new("shop-x", item.Variants[0].Hash)]));
        behind.Advance(Duration.FromSeconds(59) + Duration.FromMilliseconds(500));

        await DrainAsync(pump);
        var early = (await ops.PublicationAsync(item)).State;
        behind.Advance(Duration.FromSeconds(1));
        await DrainAsync(pump);

        (early, (await ops.PublicationAsync(item)).State).Should().Be((PublicationState.Scheduled, PublicationState.Published));
        (await ops.Tenant.Invariants.CheckAsync()).Violations.Should().BeEmpty();

        static async Task DrainAsync(SocialOps.Work.IWorkPump pump)
        {
            while ((await pump.RunOnceAsync()).Handled > 0)
            {
            }
        }
    }

    /// <summary>A worker whose clock is behind would else record an attempt from before the publication was made.</summary>
    [Fact]
    public async Task Emergency_ReleasedAfterTheSlot_IsDueFromThenOnAndNotBefore()
    {
        await using var ops = await StartAsync();
        var item = await ops.WriteAsync();
        var request = await ops.SubmitAsync(item);
        await ops.ReachSlotAsync();

        await ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.ReleaseInEmergency(new Recipient.OfAgency(TestAgency.Ada), "a recall", [new("shop-x", item.Variants[0].Hash)]));
        await ops.Ops.DrainAsync();

        var publication = await ops.PublicationAsync(item);
        var row = (await ops.Tenant.Work.QueryAsync(new(State: null, SubjectId: publication.Id.Value, Limit: 1_000))).Items.First(r => r.Kind == PublicationDraft.WorkKind);
        row.DueAt.Should().BeGreaterThanOrEqualTo(publication.CreatedAt).And.BeGreaterThan(ops.Slot);
    }

    [Fact]
    public async Task Window_Past_IsHeldRatherThanSentLate()
    {
        await using var ops = await StartAsync();
        var (_, publication) = await ops.ScheduledAsync();

        ops.Ops.Time.Advance(Duration.FromHours(30));
        await ops.Ops.DrainAsync();

        (await ops.Tenant.Publications.FindAsync(publication.Id))!.State.Should().Be(PublicationState.Held);
        ops.Ops.Network.Requests.Should().Be(0);
    }
}
