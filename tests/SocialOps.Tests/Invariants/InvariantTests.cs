using NodaTime;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Invariants;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Tests.Invariants;

/// <summary>Each invariant is broken on purpose, through the store, and named.</summary>
public sealed class InvariantTests
{
    [Fact]
    public async Task Check_ADayOfWork_FindsNothingAndSaysWhatItLookedAt()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.Ops.PassAsync(Duration.FromDays(2));

        var report = await broken.CheckAsync();

        report.Violations.Should().BeEmpty();
        report.Holds.Should().BeTrue();
        report.Checked.Should().Contain("case", 2).And.Contain("inbound-item", 2).And.Contain("inbound-raw", 3).And.Contain("publication", 1).And.ContainKeys("audit", "work", "mailbox");
    }

    [Fact]
    public async Task Check_OpenCaseWithoutAnyRow_IsI1()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(InboxRecords.Cases, broken.Complaint with { Clocks = [], EscalationSequence = 0 });

        await ExpectAsync(broken, Invariant.NextAction, broken.Complaint.Id.Value, "nothing comes back to it");
    }

    [Fact]
    public async Task Check_DeliveryThatIsNoItem_IsI1()
    {
        await using var broken = await BrokenOps.StartAsync();
        var item = await broken.FindAsync(InboxRecords.Items, i => i.Case == broken.Complaint.Id);
        await broken.RemoveAsync(InboxRecords.Items, item);

        await ExpectAsync(broken, Invariant.NextAction, null, "it is lost");
    }

    [Fact]
    public async Task Check_IncidentWithoutAnyRow_IsI1()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.EndRowsAsync("incident.step");

        await ExpectAsync(broken, Invariant.NextAction, null, "The incident is open");
    }

    [Fact]
    public async Task Check_ClosedIncidentWithoutAReason_IsI12()
    {
        await using var broken = await BrokenOps.StartAsync();
        var incident = await broken.FindAsync(IncidentRecords.Incidents, _ => true);
        await broken.PutAsync(IncidentRecords.Incidents, incident with { ClosedAt = broken.Ops.Time.Now });

        await ExpectAsync(broken, Invariant.ReasonAndActor, incident.Id.Value, "The incident was closed");
    }

    [Fact]
    public async Task Check_DeliveryThatAPersonDiscarded_Holds()
    {
        await using var broken = await BrokenOps.StartAsync();
        var raw = await broken.FindAsync(InboxRecords.Raw, r => r.Findings is not null);
        await broken.Ops.Ops.Inbox.DiscardQuarantinedAsync(raw.Id, TestOps.Ada, "a test of theirs");

        (await broken.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Check_PublicationThatAPersonConfirmedOrReleased_Holds()
    {
        await using var broken = await BrokenOps.StartAsync();
        broken.Ops.Network.Capabilities = broken.Ops.Network.Capabilities with { Lookup = Channels.PublishLookup.None };
        broken.Ops.Network.Fault = _ => (false, new Channels.PublishResult.OutcomeUnknown("cut"));
        await broken.Ops.ReceiveAsync("danke euch!");
        await broken.Ops.PassAsync(Duration.FromMinutes(1));
        var doubtful = await broken.FindAsync(PublicationRecords.Publications, p => p.State == PublicationState.NeedsHuman);
        (await broken.CheckAsync()).Violations.Should().BeEmpty();
        await broken.Ops.Ops.Publications.ReleaseAsync(doubtful.Id, TestOps.Ada);
        (await broken.CheckAsync()).Violations.Should().BeEmpty();
        await broken.Ops.PassAsync(Duration.FromMinutes(1));

        await broken.Ops.Ops.Publications.ConfirmAsync(doubtful.Id, TestOps.Ada, "by-hand");

        (await broken.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Check_OtherTextThanTheBasisWasGivenFor_IsI2()
    {
        await using var broken = await BrokenOps.StartAsync();
        var thanks = await broken.ThanksAsync();
        await broken.PutAsync(PublicationRecords.Publications, thanks with { Text = "Danke?" });

        await ExpectAsync(broken, Invariant.Basis, thanks.Id.Value, "not the one for which the basis was given");
    }

    [Fact]
    public async Task Check_BasisThatIsYoungerThanTheSend_IsI2()
    {
        await using var broken = await BrokenOps.StartAsync();
        var thanks = await broken.ThanksAsync();
        await broken.PutAsync(PublicationRecords.Publications, thanks with { Basis = thanks.Basis with { GrantedAt = thanks.AttemptedAt!.Value + Duration.FromSeconds(1) } });

        await ExpectAsync(broken, Invariant.Basis, thanks.Id.Value, "after the attempt");
    }

    [Theory]
    [InlineData(PublicationBasisKind.Standing, "sorry", 1, "no saved reply 'sorry' with this text")]
    [InlineData(PublicationBasisKind.Standing, "thanks", 7, "revision 7 of the definitions, which is not there")]
    [InlineData(PublicationBasisKind.Person, "ada", 1, "names Service")]
    public async Task Check_BasisThatIsNotThere_IsI2(PublicationBasisKind kind, string reference, long revision, string message)
    {
        await using var broken = await BrokenOps.StartAsync();
        var thanks = await broken.ThanksAsync();
        await broken.PutAsync(PublicationRecords.Publications, thanks with { Basis = thanks.Basis with { Kind = kind, Reference = reference, Revision = revision } });

        await ExpectAsync(broken, Invariant.Basis, thanks.Id.Value, message);
    }

    [Fact]
    public async Task Check_TwoPublicationsWithOnePost_IsI3()
    {
        await using var broken = await BrokenOps.StartAsync();
        var thanks = await broken.ThanksAsync();
        await broken.PutAsync(PublicationRecords.Publications, thanks with { Id = new("zz") });

        await ExpectAsync(broken, Invariant.OnePost, "zz", "one of them was not published");
    }

    [Fact]
    public async Task Check_PublishedWithoutAPost_IsI3()
    {
        await using var broken = await BrokenOps.StartAsync();
        var thanks = await broken.ThanksAsync();
        await broken.PutAsync(PublicationRecords.Publications, thanks with { ExternalId = null });

        await ExpectAsync(broken, Invariant.OnePost, thanks.Id.Value, "without the network's id");
    }

    [Fact]
    public async Task Check_ItemUnderAnotherKey_IsI4()
    {
        await using var broken = await BrokenOps.StartAsync();
        var item = await broken.FindAsync(InboxRecords.Items, i => i.Case == broken.Complaint.Id);
        await broken.PutAsync(InboxRecords.Items, item with { Id = "again" });

        await ExpectAsync(broken, Invariant.OneItem, "again", "twice");
    }

    [Fact]
    public async Task Check_PublishedWithoutAnAttempt_IsI5()
    {
        await using var broken = await BrokenOps.StartAsync();
        var thanks = await broken.ThanksAsync();
        await broken.PutAsync(PublicationRecords.Publications, thanks with { Attempt = 0 });

        await ExpectAsync(broken, Invariant.AttemptFirst, thanks.Id.Value, "without a recorded attempt");
    }

    [Fact]
    public async Task Check_RowThatChangedWithoutAClaim_IsI6()
    {
        await using var broken = await BrokenOps.StartAsync();
        broken.Store.OnQueryWork = async (t, query) => Changed(await t.QueryWorkAsync(query), row => row with { Attempt = row.Fence > 0 ? (int)row.Fence + 1 : 1 });

        await ExpectAsync(broken, Invariant.CurrentFence, null, "something other than a claim has changed it");
    }

    [Fact]
    public async Task Check_AttemptUnderAClaimThatNeverWas_IsI6()
    {
        await using var broken = await BrokenOps.StartAsync();
        broken.Ops.Network.Fault = _ => (false, new Channels.PublishResult.OutcomeUnknown("cut"));
        await broken.Ops.ReceiveAsync("danke euch!");
        var doubtful = await broken.FindAsync(PublicationRecords.Publications, p => p.State == PublicationState.OutcomeUnknown);
        await broken.PutAsync(PublicationRecords.Publications, doubtful with { AttemptFence = 99 });

        await ExpectAsync(broken, Invariant.CurrentFence, doubtful.Id.Value, "claim 99");
    }

    [Fact]
    public async Task Check_ClockCountedAsMissedBeforeItsDeadline_IsI7()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(InboxRecords.Cases, broken.Complaint with { Clocks = [.. broken.Complaint.Clocks.Select(c => c.Kind == ClockKind.Acknowledge ? c with { State = ClockState.Breached } : c)] });

        await ExpectAsync(broken, Invariant.NotEarly, broken.Complaint.Id.Value, "counts as missed");
    }

    [Fact]
    public async Task Check_RowBeforeTheDeadlineThatItWatches_IsI7()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(InboxRecords.Cases, broken.Complaint with { Clocks = [.. broken.Complaint.Clocks.Select(c => c with { DueAt = c.DueAt + Duration.FromHours(1) })] });

        await ExpectAsync(broken, Invariant.NotEarly, broken.Complaint.Id.Value, "counts it as missed at");
    }

    [Theory]
    [InlineData("case.clock", "the row that watches it has ended")]
    [InlineData("case.step", "nobody is reminded any more")]
    public async Task Check_RowThatEndedWithoutItsEffect_IsI8(string kind, string message)
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.EndRowsAsync(kind);

        await ExpectAsync(broken, Invariant.EndsOnce, broken.Complaint.Id.Value, message);
    }

    [Fact]
    public async Task Check_PublicationThatNobodyGoesOnWith_IsI8()
    {
        await using var broken = await BrokenOps.StartAsync();
        broken.Ops.Network.Fault = _ => (false, new Channels.PublishResult.OutcomeUnknown("cut"));
        await broken.Ops.ReceiveAsync("danke euch!");
        await broken.EndRowsAsync(PublicationDraft.WorkKind);

        await ExpectAsync(broken, Invariant.EndsOnce, null, "the row that goes on with it has ended");
    }

    [Fact]
    public async Task Check_ReplyThatNobodySends_IsI8()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(InboxRecords.Cases, broken.Complaint with { ReplyPending = true });

        await ExpectAsync(broken, Invariant.EndsOnce, broken.Complaint.Id.Value, "waits for a reply that nobody sends");
    }

    [Fact]
    public async Task Check_DigestWithoutARow_IsI8()
    {
        await using var broken = await BrokenOps.StartAsync();
        var mailbox = await broken.FindAsync(NotificationRecords.Mailboxes, _ => true);
        await broken.PutAsync(NotificationRecords.Mailboxes, mailbox with { ScheduledAt = broken.Ops.Time.Now });

        await ExpectAsync(broken, Invariant.EndsOnce, mailbox.Key, "is not told any more");
    }

    [Fact]
    public async Task Check_ClosedCaseWhoseClockRuns_IsI8()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(InboxRecords.Cases, broken.Praise with { Clocks = broken.Complaint.Clocks });

        await ExpectAsync(broken, Invariant.EndsOnce, broken.Praise.Id.Value, "is closed and its");
    }

    [Fact]
    public async Task Check_NobodyWasTold_IsI9()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(InboxRecords.Cases, broken.Complaint with { Responsible = null });

        await ExpectAsync(broken, Invariant.SomebodyIsTold, broken.Complaint.Id.Value, "the last resort was not rung");
    }

    [Fact]
    public async Task Check_NoticeWithoutADigest_IsI9()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(NotificationRecords.Notices, new Notice { Id = new("n"), Recipient = new Recipient.OfAgency(TestAgency.Ada), SubjectId = "x", Text = "x", CreatedAt = broken.Ops.Time.Now });

        await ExpectAsync(broken, Invariant.SomebodyIsTold, "n", "no digest is on its way");
    }

    [Fact]
    public async Task Check_AuditEventThatIsGone_IsI10()
    {
        await using var broken = await BrokenOps.StartAsync();
        broken.Store.OnQueryAudit = async (t, query) => await t.QueryAuditAsync(query) is var page && query.SubjectId is null ? new([.. page.Items.Where(e => e.Sequence != 3)], page.Next) : page;

        await ExpectAsync(broken, Invariant.AuditIsWhole, "audit 4", "1 event(s) are missing");
    }

    [Fact]
    public async Task Check_RowAboutACaseOfNobody_IsI11()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.Store.WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(new("case.clock", "elsewhere", WorkClass.Normal, broken.Ops.Time.Now + Duration.FromDays(1), "x", default)), default);

        await ExpectAsync(broken, Invariant.OneTenant, null, "about elsewhere");
    }

    [Fact]
    public async Task Check_RowOfAnotherTenant_IsI11()
    {
        await using var broken = await BrokenOps.StartAsync();
        broken.Store.OnQueryWork = async (t, query) => Changed(await t.QueryWorkAsync(query), row => row with { Tenant = new("other") });

        await ExpectAsync(broken, Invariant.OneTenant, null, "not in this tenant");
    }

    [Theory]
    [InlineData("case")]
    [InlineData("thread")]
    [InlineData("publication")]
    public async Task Check_RecordWhoseCaseIsNotThere_IsI11(string kind)
    {
        await using var broken = await BrokenOps.StartAsync();
        var thread = await broken.FindAsync(InboxRecords.Threads, t => t.Case == broken.Praise.Id);
        var item = await broken.FindAsync(InboxRecords.Items, t => t.Case == broken.Praise.Id);
        await (kind switch
        {
            "case" => broken.PutAsync(InboxRecords.Items, item with { Case = new("elsewhere") }),
            "thread" => broken.PutAsync(InboxRecords.Threads, thread with { Case = new("elsewhere") }),
            _ => broken.PutAsync(PublicationRecords.Publications, await broken.ThanksAsync() with { Origin = "elsewhere" }),
        });

        await ExpectAsync(broken, Invariant.OneTenant, null, "elsewhere, which is not in this tenant");
    }

    [Fact]
    public async Task Check_ClosedCaseWithoutAReason_IsI12()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.PutAsync(InboxRecords.Cases, broken.Praise with { CloseReason = null });

        await ExpectAsync(broken, Invariant.ReasonAndActor, broken.Praise.Id.Value, "without a recorded reason and actor");
    }

    [Fact]
    public async Task Check_QuarantineWithoutAReason_IsI12()
    {
        await using var broken = await BrokenOps.StartAsync();
        var raw = await broken.FindAsync(InboxRecords.Raw, r => r.Findings is not null);
        await broken.PutAsync(InboxRecords.Raw, raw with { Findings = [] });

        await ExpectAsync(broken, Invariant.ReasonAndActor, raw.Id, "in quarantine without a recorded reason");
    }

    [Fact]
    public async Task Check_RefusedPublicationWithoutAReason_IsI12()
    {
        await using var broken = await BrokenOps.StartAsync(refuse: true);
        var thanks = await broken.ThanksAsync();
        await broken.PutAsync(PublicationRecords.Publications, thanks with { Reason = null });

        await ExpectAsync(broken, Invariant.ReasonAndActor, thanks.Id.Value, "Failed without a recorded reason");
    }

    [Fact]
    public async Task Check_MoreViolationsThanAskedFor_CountsAll()
    {
        await using var broken = await BrokenOps.StartAsync();
        broken.Store.OnQueryWork = async (t, query) => Changed(await t.QueryWorkAsync(query), row => row with { Tenant = new("other") });

        var report = await broken.Ops.Ops.Invariants.CheckAsync(1);

        report.Violations.Should().ContainSingle();
        report.Found.Should().BeGreaterThan(1);
        report.Holds.Should().BeFalse();
    }

    [Fact]
    public async Task Check_BrokenState_WritesNothing()
    {
        await using var broken = await BrokenOps.StartAsync();
        await broken.EndRowsAsync("case.step");
        broken.Store.OnBegin = (tenant, access) => access == StoreAccess.Read ? (tenant, access) : throw new InvalidOperationException("it must only read");

        (await broken.CheckAsync()).Holds.Should().BeFalse();
    }

    private static PagedResult<WorkItem> Changed(PagedResult<WorkItem> page, Func<WorkItem, WorkItem> change) => new([.. page.Items.Select(change)], page.Next);

    private static async Task ExpectAsync(BrokenOps broken, Invariant invariant, string? subject, string message)
    {
        var report = await broken.CheckAsync();

        var named = report.Violations.Where(v => v.Invariant == invariant).ToList();
        named.Should().NotBeEmpty("{0} is broken; found was: {1}", invariant, string.Join("\n", report.Violations));
        named.Should().Contain(v => (subject == null || v.SubjectId == subject) && v.Message.Contains(message));
    }
}
