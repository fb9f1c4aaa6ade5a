using System.Text.Json;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.People;
using SocialOps.Storage;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

public sealed class ServiceTests
{
    [Fact]
    [Requirement("0.7")]
    public async Task Approve_EveryStep_IsKeptAndAudited()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();
        await ops.DecideAsync(request.Id, Ben);
        await ops.DecideAsync(request.Id, Carla);

        (await ops.Approvals.CheckAsync(request.Id, new([Part("facebook", "v1")]))).Basis.Should().Be(ApprovalBasis.Quorum);
        (await ops.AuditAsync(request.Id.Value)).Where(a => a.Action == "approval.approve").Select(a => (a.Actor.Id, a.Detail)).Should().Equal(
            ("ben", $"ben: Approve of 'facebook' {Hash("v1").Abbreviated} in step 'agency', via portal, SignedIn: because (policy content v1)"),
            ("carla", $"carla (shop): Approve of 'facebook' {Hash("v1").Abbreviated} in step 'client', via portal, SignedIn: because (policy content v1)"));
    }

    [Fact]
    public async Task Fold_OfTheKeptEvents_IsTheKeptState()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync(new(PublishAt: Monday + Duration.FromDays(20)), Part("facebook", "v1"), Part("linkedin", "v1"));
        await ops.DecideAsync(request.Id, Ben, DecisionKind.RequestChanges);
        await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Revise(Ada, [Part("facebook", "v2"), Part("linkedin", "v2")]));
        await ops.DecideAsync(request.Id, Cem);
        await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.RaiseObjection(Ben, "too loud", [new(Ben, "no")]));
        await ops.DecideAsync(request.Id, Olaf);
        await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Revoke(Olaf, "typo"));
        await ops.Ops.PassAsync(Duration.FromDays(4));

        var events = await ops.Store.ReadAsync(TenantId.Default, t => ApprovalHistory.OfAsync(t, request.Id, default), default);
        var kept = (await ops.Approvals.FindAsync(request.Id))!;

        kept.Parts.Should().OnlyContain(p => p.State == PartState.Expired);
        JsonSerializer.Serialize(ApprovalFold.Of(events), ApprovalJson.Default.ApprovalRequest).Should().Be(JsonSerializer.Serialize(kept, ApprovalJson.Default.ApprovalRequest));
    }

    [Fact]
    public async Task QueryPending_PartsThatCameToTheStepOneAfterTheOther_AreAskedForTogether()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync(null, Part("facebook", "v1"), Part("linkedin", "v1"));
        await ops.DecideAsync(request.Id, Ben);
        await ops.Ops.PassAsync(Duration.FromMinutes(20));
        await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Revise(Ada, [Part("facebook", "v2")]));
        await ops.DecideAsync(request.Id, Ben);

        var waiting = (await ops.Approvals.QueryPendingAsync(Carla)).Items.Should().ContainSingle().Subject;

        waiting.Parts.Should().Equal(Part("facebook", "v2"), Part("linkedin", "v1"));
    }

    [Fact]
    public async Task Clocks_NobodyDecides_RemindTwiceThenExpire()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();
        await ops.Ops.PassAsync(Duration.FromDays(1));
        (await ops.Approvals.FindAsync(request.Id))!.Runs.Single().Reminders.Should().Be(2);
        (await ops.Approvals.FindAsync(request.Id))!.IsOpen.Should().BeTrue("the deadline itself is in time");
        await ops.Ops.PassAsync(Duration.FromMinutes(1));

        (await ops.Approvals.FindAsync(request.Id))!.Parts.Single().State.Should().Be(PartState.Expired);
        ops.Ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Recipient == Ada && n.Text.Contains("expired"));
        (await ops.Approvals.QueryPendingAsync(Ben)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Clocks_SilenceThatWasAgreed_CountsOnlyWithTheHostsReceipt()
    {
        var policy = TwoSteps with { Steps = [TwoSteps.Steps[0], TwoSteps.Steps[1] with { OnTimeout = TimeoutAction.Tacit, DueIn = new SocialOps.Time.ResponseTarget.BusinessDays(3) }] };
        await using var ops = await ApprovalOps.StartAsync(policy);
        await ops.Approvals.Arrangements.ArrangeAsync((await ops.Approvals.Arrangements.FindAsync(TestAgency.Shop))! with { TacitClause = new("offer-12", 3) }, ApprovalOps.Admin);
        var (with, without) = (await ops.SubmitAsync(), await ops.SubmitAsync());
        foreach (var id in new[] { with.Id, without.Id })
        {
            await ops.DecideAsync(id, Ben);
        }

        var run = (await ops.Approvals.FindAsync(with.Id))!.Runs.Single().Number;
        await ops.Approvals.ExecuteAsync(with.Id, new ApprovalCommand.RecordDelivery(new(run, Carla, "receipt-1", ops.Ops.Time.Now)));
        await ops.Ops.PassAsync(Duration.FromDays(4));

        (await ops.Approvals.CheckAsync(with.Id, new([Part("facebook", "v1")]))).Basis.Should().Be(ApprovalBasis.Tacit);
        (await ops.Approvals.CheckAsync(without.Id, new([Part("facebook", "v1")]))).IsValid.Should().BeFalse("handed over is not delivered");
    }

    [Fact]
    public async Task QueryPending_Delegated_ShowsTheDelegateWhatWaits()
    {
        await using var ops = await ApprovalOps.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await ops.SubmitAsync(null, Part("facebook", $"v{i}"));
        }

        var dora = await PendingAsync(ops, Dora);
        await ops.Approvals.Delegations.AddAsync(new() { Id = new(""), From = Ben, To = Dora, StartsAt = Monday, EndsAt = Monday + Duration.FromHours(1), Step = "agency" }, ApprovalOps.Admin);

        dora.Should().BeEmpty();
        (await PendingAsync(ops, Dora)).Should().HaveCount(5).And.OnlyContain(p => p.WaitsFor == Ben && p.Step == 0);
        (await PendingAsync(ops, Ben)).Should().HaveCount(5);
        (await PendingAsync(ops, Ada)).Should().BeEmpty("the author is not asked");
        ops.Ops.Time.SetUtcNow(Monday + Duration.FromHours(1));
        (await PendingAsync(ops, Dora)).Should().BeEmpty("the delegation has ended");
    }

    [Fact]
    public async Task Delegation_TakenBack_NoLongerDecides()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();
        var delegation = await ops.Approvals.Delegations.AddAsync(new() { Id = new(""), From = Ben, To = Dora, StartsAt = Monday, EndsAt = Monday + Duration.FromHours(1) }, ApprovalOps.Admin);
        await ops.Approvals.Delegations.RevokeAsync(delegation.Id, ApprovalOps.Admin);

        (await ops.DecideAsync(request.Id, Dora)).Should().BeOfType<ApprovalOutcome.Refused>();
    }

    [Fact]
    public async Task DefinePolicy_Changed_VoidsNothingInFlight()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();
        var same = await ops.Approvals.Policies.DefineAsync(TwoSteps, ApprovalOps.Admin);
        var next = await ops.Approvals.Policies.DefineAsync(TwoSteps with { Steps = [TwoSteps.Steps[1]] }, ApprovalOps.Admin);
        await ops.DecideAsync(request.Id, Ben);
        await ops.DecideAsync(request.Id, Carla);

        (same.Version, next.Version).Should().Be((1, 2));
        (await ops.Approvals.CheckAsync(request.Id, new([Part("facebook", "v1")]))).Basis.Should().Be(ApprovalBasis.Quorum);
        (await ops.SubmitAsync()).PolicyVersion.Should().Be(2);
    }

    [Fact]
    [Requirement("0.6")]
    public async Task ChangePhase_Agreed_HoldsForWhatComesAndIsAudited()
    {
        await using var ops = await ApprovalOps.StartAsync();
        await ops.Approvals.Policies.DefineAsync(TwoSteps with { Id = new("relaxed"), Steps = [TwoSteps.Steps[0]] }, ApprovalOps.Admin);
        await ops.Approvals.Arrangements.ArrangeAsync((await ops.Approvals.Arrangements.FindAsync(TestAgency.Shop))! with { Phases = [new("onboarding", new("content")), new("established", new("relaxed"))] }, ApprovalOps.Admin);
        var before = await ops.SubmitAsync();
        await ops.Approvals.Arrangements.ChangePhaseAsync(TestAgency.Shop, "established", new(new("dora"), "carla", "mail-88", "half a year without a correction"), ApprovalOps.Admin);
        var after = await ops.SubmitAsync();

        (before.Policy.Value, after.Policy.Value).Should().Be(("content", "relaxed"));
        (await ops.AuditAsync("shop")).Should().Contain(a => a.Detail == "Phase 'onboarding' -> 'established', agreed by dora and carla (evidence mail-88): half a year without a correction");
    }

    [Theory]
    [Requirement("0.6")]
    [InlineData("established", "nobody", "mail-88")]
    [InlineData("established", "carla", "")]
    [InlineData("friends", "carla", "mail-88")]
    public async Task ChangePhase_NotAgreed_IsRefused(string phase, string contact, string evidence)
    {
        await using var ops = await ApprovalOps.StartAsync();
        await ops.Approvals.Arrangements.ArrangeAsync((await ops.Approvals.Arrangements.FindAsync(TestAgency.Shop))! with { Phases = [new("onboarding", new("content")), new("established", new("content"))] }, ApprovalOps.Admin);

        var change = async () => await ops.Approvals.Arrangements.ChangePhaseAsync(TestAgency.Shop, phase, new(new("dora"), contact, evidence, "trust"), ApprovalOps.Admin);

        await change.Should().ThrowAsync<InvalidTransitionException>();
    }

    [Fact]
    public async Task QueryEmergencies_OfAMonth_CountsThem()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();
        await ops.SubmitAsync();
        await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.ReleaseInEmergency(Dora, "recall", [Part("facebook", "v1")]));
        await ops.Ops.DrainAsync();

        (await ops.Approvals.QueryEmergenciesAsync(TestAgency.Shop, Monday - Duration.FromDays(1), Monday + Duration.FromDays(30))).Items.Should().ContainSingle();
        ops.Ops.Desk.Told.Should().Contain(t => t.Recipient == Carla && t.IsUrgent && t.Notices.Any(n => n.Text.Contains("without your approval", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Gate_InTheAttemptsTransaction_ChecksAndHoldsOffARevocation()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();
        await ops.DecideAsync(request.Id, Ben);
        await ops.DecideAsync(request.Id, Carla);
        var gate = (ApprovalGate)ops.Ops.Services.GetService(typeof(ApprovalGate))!;
        var now = ops.Ops.Time.Now;
        var none = await ops.Store.WriteAsync(TenantId.Default, t => gate.CheckAsync(t, ApprovalSubjectKind.Content, "post-8", new([Part("facebook", "v1")]), now, default), default);

        var verdict = await ops.Store.WriteAsync(TenantId.Default, async t =>
        {
            var before = (await t.GetAsync(ApprovalRecords.Requests, request.Id.Value)).Version;
            var (checkedOne, found) = await gate.CheckAsync(t, ApprovalSubjectKind.Content, "post-7", new([Part("facebook", "v1")]), now, default);
            (await t.GetAsync(ApprovalRecords.Requests, request.Id.Value)).Version.Should().Be(before + 1, "whoever decides at the same time runs into it, on stores that only compare versions too");
            await gate.MarkPublishedAsync(t, found!.Id, Part("facebook", "v1"), now, default);
            return checkedOne;
        }, default);

        none.Verdict.Reasons.Should().Equal("Content post-8 was never submitted for approval.");
        verdict.Basis.Should().Be(ApprovalBasis.Quorum);
        (await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Revoke(Carla, "late"))).Outcome.Should().BeOfType<ApprovalOutcome.Refused>();
    }

    [Fact]
    public async Task GetStepTimes_OfAKeptRequest_TellsWhatPeopleWaitedFor()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();
        ops.Ops.Time.SetUtcNow(Monday + Duration.FromHours(3));
        await ops.DecideAsync(request.Id, Ben);

        (await ops.Approvals.GetStepTimesAsync(request.Id))[0].Longest.Should().Be(Duration.FromHours(3));
    }

    private static async Task<List<PendingApproval>> PendingAsync(ApprovalOps ops, Recipient who)
    {
        var (all, next) = (new List<PendingApproval>(), (string?)null);
        do
        {
            var page = await ops.Approvals.QueryPendingAsync(who, 2, next);
            all.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return all;
    }
}
