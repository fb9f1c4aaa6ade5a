using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Tests.Publishing;

/// <summary>Plans, guides and schedules that hold only once they are approved, on the same engine as content.</summary>
public sealed class SigningTests
{
    private static readonly Recipient Ben = new Recipient.OfAgency(TestAgency.Ben);
    private static readonly Recipient Owner = new Recipient.OfClient(TestAgency.Shop, "owner");
    private static readonly EditorialPlan Plan = new() { Client = TestAgency.Shop, Zone = "Europe/Berlin", Cadences = [new(EditorialOps.X, 3)] };

    [Fact]
    [Requirement("4.20")]
    public async Task ProposePlan_BothSidesSign_HoldsFromTheSecondSignatureOn()
    {
        await using var ops = await StartAsync();
        var proposed = await ops.Tenant.Editorial.Signing.ProposePlanAsync(Plan, TestOps.Ada);

        await ApproveAsync(ops, proposed, Ben);
        var half = await ops.Tenant.Content.Planning.FindPlanAsync(TestAgency.Shop);
        await ApproveAsync(ops, proposed, Owner);

        half.Should().BeNull();
        (await ops.Tenant.Content.Planning.FindPlanAsync(TestAgency.Shop)).Should().BeEquivalentTo(Plan with { Version = 1 });
    }

    [Fact]
    public async Task ProposePlan_AnotherVersionCameInBetween_IsNotTakenAndItsAuthorIsTold()
    {
        await using var ops = await StartAsync(required: false);
        var proposed = await ops.Tenant.Editorial.Signing.ProposePlanAsync(Plan, TestOps.Ada, new("both"));
        await ops.Tenant.Content.Planning.SetPlanAsync(Plan with { Cadences = [new(EditorialOps.X, 5)] }, TestOps.Ada);

        await ApproveAsync(ops, proposed, Ben);
        await ApproveAsync(ops, proposed, Owner);

        (await ops.Tenant.Content.Planning.FindPlanAsync(TestAgency.Shop))!.Cadences[0].PerWeek.Should().Be(5);
        ops.Ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Text.Contains("version 1 holds by now", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("4.20")]
    public async Task SetPlan_WhereBothSidesSign_IsRefusedWithTheWay()
    {
        await using var ops = await StartAsync();

        var set = async () => await ops.Tenant.Content.Planning.SetPlanAsync(Plan, TestOps.Ada);

        (await set.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*both sides sign its plan*ProposePlanAsync*");
    }

    [Fact]
    [Requirement("4.20")]
    public async Task ProposeGuide_BothSidesSign_Holds()
    {
        await using var ops = await StartAsync();
        var proposed = await ops.Tenant.Editorial.Signing.ProposeGuideAsync(TestAgency.Shop, new() { Forbidden = [new("billig*", "we are not cheap")] }, TestOps.Ada);

        await ApproveAsync(ops, proposed, Ben);
        await ApproveAsync(ops, proposed, Owner);

        (await ops.Tenant.Content.Planning.FindGuideAsync(TestAgency.Shop))!.Should().Match<StyleGuide>(g => g.Version == 1 && g.Forbidden.Count == 1);
    }

    [Fact]
    [Requirement("4.20")]
    public async Task ProposeGuideline_BothSidesSign_IsTheNextVersionAndAFileCannotChangeIt()
    {
        await using var ops = await StartAsync();
        var agency = (await CurrentAsync(ops)).Definition;
        var named = agency with { Clients = [agency.Clients[0] with { Strategy = new() { Guideline = "house" } }, agency.Clients[1]] };
        await ops.Tenant.Agency.ApplyAsync(named, TestOps.Ada);
        var document = Guidelines.GuidelineTests.Document("Be kind.");
        var proposed = await ops.Tenant.Editorial.Signing.ProposeGuidelineAsync(TestAgency.Shop, document, TestOps.Ada);

        await ApproveAsync(ops, proposed, Ben);
        var half = await ops.Tenant.Agency.Guidelines.FindAsync(document.Id);
        await ApproveAsync(ops, proposed, Owner);
        var overwrite = async () => await ops.Tenant.Agency.ApplyAsync(named with { Guidelines = [Guidelines.GuidelineTests.Document("Be loud.")] }, TestOps.Ada);
        var refused = (await overwrite.Should().ThrowAsync<InvalidDefinitionException>()).Which;
        await ops.Tenant.Agency.ApplyAsync(named with { Name = "Renamed" }, TestOps.Ada);

        half.Should().BeNull();
        refused.Findings.Should().ContainSingle().Which.Message.Should().Contain("ProposeGuidelineAsync");
        (await ops.Tenant.Agency.Guidelines.FindAsync(document.Id))!.Should().Match<SocialOps.Guidelines.GuidelineDocument>(g => g.Version == 1 && g.Sections[0].TextIn("en") == "Be kind.");
    }

    [Fact]
    public async Task ProposeGuideline_OfAnotherClient_IsRefused()
    {
        await using var ops = await StartAsync();

        var propose = async () => await ops.Tenant.Editorial.Signing.ProposeGuidelineAsync(TestAgency.Shop, Guidelines.GuidelineTests.Document("Be kind."), TestOps.Ada);

        (await propose.Should().ThrowAsync<InvalidDefinitionException>()).WithMessage("*'house' is not the guideline of client 'shop'*");
    }

    [Fact]
    public async Task ProposePlan_PolicyWithoutTheClient_IsRefused()
    {
        await using var ops = await StartAsync(required: false);

        var proposed = await ops.Tenant.Editorial.Signing.ProposePlanAsync(Plan, TestOps.Ada, new("simple"));

        proposed.Outcome.Should().BeOfType<ApprovalOutcome.Refused>().Which.Reasons.Should().ContainSingle().Which.Should().Contain("requirement 4.20");
    }

    [Fact]
    public async Task ProposeSchedule_Approved_HoldsFromThenOn()
    {
        await using var ops = await StartAsync();
        var proposed = await ops.Tenant.Agency.Schedules.ProposeAsync(TestAgency.Shop, await WithCoverAsync(ops), TestOps.Ada, new("simple"));
        var before = await OnDutyAsync(ops);

        await ApproveAsync(ops, proposed, Ben);

        (before, await OnDutyAsync(ops)).Should().Be((TestAgency.Ada, TestAgency.Ben));
    }

    [Fact]
    public async Task ProposeSchedule_ChangedMeanwhile_IsNotTaken()
    {
        await using var ops = await StartAsync();
        var proposed = await ops.Tenant.Agency.Schedules.ProposeAsync(TestAgency.Shop, await WithCoverAsync(ops), TestOps.Ada, new("simple"));
        var other = await ops.Tenant.Agency.Schedules.ProposeAsync(TestAgency.Shop, (await WithCoverAsync(ops)) with { Zone = "Europe/Berlin" }, TestOps.Ada, new("simple"));
        await ApproveAsync(ops, other, Ben);

        await ApproveAsync(ops, proposed, Ben);
        await ops.Ops.PassAsync(Duration.FromDays(1));

        (await CurrentAsync(ops)).Definition.Schedules.First(s => s.Id == new ScheduleId("duty")).Zone.Should().Be("Europe/Berlin");
        ops.Ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Text.Contains("has been changed since it was proposed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ProposeSchedule_WithMistakes_TellsThem()
    {
        await using var ops = await StartAsync();
        var broken = (await WithCoverAsync(ops)) with { Zone = "Europe/Hamburg" };

        var propose = async () => await ops.Tenant.Agency.Schedules.ProposeAsync(TestAgency.Shop, broken, TestOps.Ada, new("simple"));

        await propose.Should().ThrowAsync<InvalidDefinitionException>();
    }

    private static async Task<EditorialOps> StartAsync(bool required = true)
    {
        var ops = await EditorialOps.StartAsync();
        var policy = new ApprovalPolicyDefinition
        {
            Id = new("both"),
            Steps = [new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)] }, new() { Name = "client", Approvers = [ApproverSelector.ClientApprover] }],
        };
        await ops.Tenant.Approvals.Policies.DefineAsync(policy, TestOps.Ben);
        if (required)
        {
            var arrangement = (await ops.Tenant.Approvals.Arrangements.FindAsync(TestAgency.Shop))!;
            await ops.Tenant.Approvals.Arrangements.ArrangeAsync(arrangement with { Required = [new(ApprovalSubjectKind.Plan, policy.Id), new(ApprovalSubjectKind.Guideline, policy.Id)] }, TestOps.Ben);
        }

        return ops;
    }

    private static async Task ApproveAsync(EditorialOps ops, ApprovalAnswer proposed, Recipient who)
    {
        var answer = await ops.Tenant.Approvals.ExecuteAsync(proposed.Request!.Id, new ApprovalCommand.Decide(DecisionKind.Approve, who, "portal"));
        answer.IsAccepted.Should().BeTrue("{0}", answer.Outcome);
        await ops.Ops.DrainAsync();
    }

    private static async Task<ScheduleDefinition> WithCoverAsync(EditorialOps ops)
        => (await CurrentAsync(ops)).Definition.Schedules.First(s => s.Id == new ScheduleId("duty")) with { Overrides = [new("cover", OverrideKind.Take, new(2026, 6, 12, 0, 0), new(2026, 6, 13, 0, 0), TestAgency.Ben, Reason: "dentist")] };

    private static async Task<PersonId> OnDutyAsync(EditorialOps ops) => (await CurrentAsync(ops)).FindSchedule(new("duty"))!.At(TestAgency.Friday).OnDuty.Single();

    private static async Task<AgencySnapshot> CurrentAsync(EditorialOps ops) => (await ops.Tenant.Agency.FindCurrentAsync())!;
}
