using NodaTime;
using SocialOps.Approvals;
using SocialOps.People;
using SocialOps.Time;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

[Requirement("4.17")]
public sealed class PolicyTests
{
    [Fact]
    public void Policy_ManyFaults_AreToldAllAtOnce()
    {
        var create = () => new ApprovalPolicy(new()
        {
            Id = new(""),
            Steps =
            [
                new() { Name = "a", Approvers = [] },
                new() { Name = "a", Approvers = [Named(Ben)], Quorum = new Quorum.AtLeast(2), OnTimeout = TimeoutAction.Escalate },
                new() { Name = "c", Approvers = [ApproverSelector.ClientApprover], Quorum = new Quorum.AtLeast(0, [PersonRole.Approver]), DueIn = new ResponseTarget.Within(Duration.Zero) },
                new() { Name = "d", Approvers = [Named(Ben)], OnTimeout = TimeoutAction.Tacit },
            ],
            SlotLeadTime = Duration.FromHours(-1),
            MaxRounds = 0,
            DissentTime = new ResponseTarget.BusinessDays(0),
        });

        create.Should().Throw<InvalidDefinitionException>().Which.Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.Path).Should().Equal(
            "id", "steps[0].approvers", "steps[1].name", "steps[1].quorum", "steps[1].onTimeout", "steps[2].quorum", "steps[2].quorum", "steps[2].dueIn", "steps[3].onTimeout", "slotLeadTime", "maxRounds", "dissentTime");
    }

    [Fact]
    public void Policy_OverTheBudget_IsTakenWithWarnings()
    {
        var policy = new ApprovalPolicy(new() { Id = new("long"), MaxRounds = 3, Steps = [.. Enumerable.Range(1, 5).Select(i => Step($"s{i}", Named(Ben)))] });

        policy.Warnings.Select(w => w.Path).Should().Equal("steps", "maxRounds");
    }

    [Fact]
    public void Policy_NoStep_IsRefused()
        => new Action(() => _ = new ApprovalPolicy(new() { Id = new("empty"), Steps = [] })).Should().Throw<InvalidDefinitionException>().WithMessage("*nothing could ever be approved*");

    [Fact]
    public void Engine_AnotherVersionOfThePolicy_IsMisuse()
    {
        var room = new Room();
        room.Submit();

        new Action(() => ApprovalEngine.Decide(room.State, new ApprovalCommand.Withdraw(Ada, "x"), new(TwoSteps, 2), room.Facts, room.Now)).Should().Throw<ArgumentException>();
    }
}
