using NodaTime;
using SocialOps.Approvals;
using SocialOps.OnCall;
using SocialOps.People;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

[Requirement("F26")]
public sealed class ValidityTests
{
    private readonly Room _room = new();

    [Fact]
    public void Check_OtherBytes_NamesBothHashes()
    {
        Approved();

        _room.Check(Part("facebook", "v2")).Reasons.Should().Contain($"the approval of ben in step 'agency' does not count: decided on {Hash("v1").Abbreviated}, current is {Hash("v2").Abbreviated}.");
    }

    [Fact]
    public void Check_OneOfTwoPartsChanged_SaysWhich()
    {
        _room.Submit(Part("Facebook", "f1"), Part("LinkedIn", "l1"));
        _room.Approve(Ben);
        _room.Approve(Carla);

        var verdict = _room.Check(Part("Facebook", "f2"), Part("LinkedIn", "l1"));

        verdict.Reasons.Should().Contain("only 'Facebook' changed.");
        verdict.Parts.Single(p => p.Name == "LinkedIn").Basis.Should().Be(ApprovalBasis.Quorum, "editing one variant stales that variant only");
    }

    [Fact]
    public void Check_EditedAndBack_CountsAgain()
    {
        Approved();
        _room.Revise(Part("facebook", "v2"));
        _room.Check().IsValid.Should().BeFalse();
        _room.Revise(Part("facebook", "v1"));

        _room.StateOf().Should().Be(PartState.Approved);
        _room.Check().Basis.Should().Be(ApprovalBasis.Quorum);
    }

    [Fact]
    public void Check_EditedAndBackWhereThePolicyForbids_DoesNotCount()
    {
        _room.Policy = new(TwoSteps with { RevalidateOnRevert = false });
        Approved();
        _room.Revise(Part("facebook", "v2"));
        _room.Revise(Part("facebook", "v1"));

        _room.StateOf().Should().Be(PartState.InReview);
        _room.Check().ToString().Should().Contain("decided on version 1 of 'facebook', current is version 3");
    }

    [Fact]
    public void Check_RevokedThenEditedAndBack_DoesNotCount()
    {
        Approved();
        _room.Do(new ApprovalCommand.Revoke(Carla, "price changed"));
        _room.Revise(Part("facebook", "v2"));
        _room.Revise(Part("facebook", "v1"));

        _room.RunOf().Step.Should().Be(1, "the agency's approval counts again, the client's was taken back");
        _room.Check().ToString().Should().Contain("was taken back").And.Contain("price changed (carla (shop))");
    }

    [Fact]
    public void Revoke_Published_IsRefused()
    {
        Approved();
        _room.Do(new ApprovalCommand.MarkPublished(Part("facebook", "v1")));

        Reasons(_room.Do(new ApprovalCommand.Revoke(Carla, "late"))).Should().Contain("could still be taken back");
    }

    [Fact]
    public void Revoke_AnEarlierStep_AsksThereAgain()
    {
        Approved();
        _room.Do(new ApprovalCommand.Revoke(Ben, "seen too late"));

        _room.RunOf().Step.Should().Be(0);
        _room.Approve(Cem);
        _room.StateOf().Should().Be(PartState.Approved, "the client's approval of the same bytes still counts");
    }

    [Fact]
    public void Check_TheApproverHasLostTheRole_DoesNotCount()
    {
        Approved();
        _room.Strip("ben");

        _room.Check().Reasons.Should().Contain("the approval of ben in step 'agency' does not count: ben is no longer an approver of the step.");
    }

    [Fact]
    public void Check_TheApproverHasLostTheRoleAndThePolicyKeepsIt_Counts()
    {
        _room.Policy = new(TwoSteps with { CountsAfterRoleLost = true });
        Approved();
        _room.Strip("ben");

        _room.Check().IsValid.Should().BeTrue();
    }

    [Fact]
    public void Approve_ALaterStepAfterTheFirstApproverLostTheRole_AsksTheFirstStepAgain()
    {
        _room.Submit();
        _room.Approve(Ben);
        _room.Strip("ben");
        _room.Approve(Carla);

        _room.RunOf().Step.Should().Be(0);
    }

    [Fact]
    public void Check_TheSlotMovesInsideTheWindow_StaysValid()
    {
        Approved(s => s with { PublishAt = Monday + Duration.FromDays(7), Window = new(Monday + Duration.FromDays(7), Monday + Duration.FromDays(9)) });

        _room.Do(new ApprovalCommand.Reschedule(Ada, Monday + Duration.FromDays(8)));

        _room.StateOf().Should().Be(PartState.Approved);
        _room.Check().IsValid.Should().BeTrue();
    }

    [Fact]
    public void Check_TheSlotMovesOutsideTheWindow_IsAskedAgain()
    {
        Approved(s => s with { PublishAt = Monday + Duration.FromDays(7), Window = new(Monday + Duration.FromDays(7), Monday + Duration.FromDays(9)) });

        ApprovalValidity.Check(_room.State, new([Part("facebook", "v1")], Monday + Duration.FromDays(10)), _room.Policy, _room.Facts, _room.Now)
            .ToString().Should().Contain("lies outside the approved window", "whatever the request was told");
        _room.Do(new ApprovalCommand.Reschedule(Ada, Monday + Duration.FromDays(10)));
        _room.StateOf().Should().Be(PartState.InReview);
        _room.Approve(Ben);
        _room.Approve(Carla);
        _room.Check().IsValid.Should().BeTrue("they decided on the new slot");
    }

    [Fact]
    public void Check_PartThatWasNeverSubmitted_IsNotValid()
    {
        Approved();

        _room.Check(Part("tiktok", "v1")).Reasons.Should().Equal("'tiktok' was never submitted.");
    }

    [Fact]
    public void Check_Withdrawn_IsNotValid()
    {
        Approved();
        _room.Do(new ApprovalCommand.Withdraw(Ada, "campaign stopped"));

        _room.Check().ToString().Should().Contain("'facebook' is Withdrawn: ada: campaign stopped");
    }

    [Fact]
    public void Check_BeforeTheDecision_DoesNotCount()
    {
        Approved();
        _room.Now = Monday - Duration.FromHours(1);

        _room.Check().IsValid.Should().BeFalse("a basis is older than the send");
    }

    [Fact]
    public void Edit_ByAnApprover_AsksEarlierStepsAgainAndKeepsTheirOwnApproval()
    {
        _room.Submit();
        _room.Approve(Ben);
        _room.Do(new ApprovalCommand.EditByApprover(Carla, [Part("facebook", "v2")], "portal"));

        _room.RunOf().Step.Should().Be(0);
        _room.Check().IsValid.Should().BeFalse();
        _room.Approve(Cem);
        _room.StateOf().Should().Be(PartState.Approved);
    }

    [Fact]
    public void Edit_ByAnApproverWhereThePolicyKeepsEarlierSteps_IsApprovedAtOnce()
    {
        _room.Policy = new(TwoSteps with { ApproverEditKeepsEarlierSteps = true });
        _room.Submit();
        _room.Approve(Ben);
        _room.Do(new ApprovalCommand.EditByApprover(Carla, [Part("facebook", "v2")], "portal"));

        _room.Check().IsValid.Should().BeTrue();
        _room.Do(new ApprovalCommand.Revoke(Ben, "not like this"));
        _room.Check().IsValid.Should().BeFalse("what was carried over falls with what it repeats");
    }

    [Fact]
    public void Edit_ByAnApproverWhereTheLastEditorMayNotApprove_LeavesTheDecisionToOthers()
    {
        _room.Policy = new(TwoSteps with { LastEditorMayApprove = false });
        _room.Submit();
        _room.Do(new ApprovalCommand.EditByApprover(Ben, [Part("facebook", "v2")], "portal"));

        _room.State.Decisions.Should().BeEmpty();
        _room.Approve(Cem).Should().BeOfType<ApprovalOutcome.Accepted>();
    }

    [Fact]
    public void Edit_BySomebodyWhoIsNotAsked_IsRefused()
    {
        _room.Submit();

        Reasons(_room.Do(new ApprovalCommand.EditByApprover(Carla, [Part("facebook", "v2")], "portal"))).Should().Contain("no approver of step 'agency'");
    }

    [Fact]
    public void Check_OnCallThen_CountsAfterTheShift()
    {
        var schedule = new OnCallSchedule(TestAgency.Create().Schedules[0], TestAgency.Create().People.ToDictionary(p => p.Id));
        var room = new Room(new() { Id = new("duty"), Steps = [Step("duty", new ApproverSelector.OnCall(new("duty")))] })
        {
            Facts = new() { Client = new("shop"), People = TestAgency.Create().People.Append(Person("writer")).ToDictionary(p => p.Id), FindSchedule = _ => schedule },
        };
        room.SubmitAs(ApprovalSubjectKind.Reply, s => s with { Author = Agency("writer") });
        Reasons(room.Approve(Agency("ben"))).Should().Contain("is no approver", "he is on duty at weekends");
        room.Approve(Agency("ada"));
        room.Now += Duration.FromDays(5);

        room.Check().IsValid.Should().BeTrue("who was on call when deciding was entitled");
    }

    [Fact]
    public void Check_Standing_NeedsTheGrantAndTheVeryBytes()
    {
        var grant = new StandingGrant("thanks", 3, Hash("Danke, {name}!"), Hash("Danke, Eva!"));
        _room.Facts = Ordinary with { HasGrant = g => g.GrantId == "thanks" && g.Version == 3 };
        _room.SubmitAs(ApprovalSubjectKind.Reply, s => s with { Standing = grant }, Part("reply", "Danke, Eva!"));

        _room.Check().Basis.Should().Be(ApprovalBasis.Standing);
        _room.Check(Part("reply", "Danke, Eva! Casino!")).IsValid.Should().BeFalse();
        _room.Facts = Ordinary;
        _room.Check().IsValid.Should().BeFalse("the grant is no longer in force");
    }

    /// <summary>The engine admits no such decision; the check before sending does not rely on that.</summary>
    [Fact]
    public void Check_TheAuthorsDecisionInTheRows_DoesNotCount()
    {
        Approved();
        _room.State = _room.State with { Decisions = [.. _room.State.Decisions.Select(d => d.By == Ben ? d with { By = Ada } : d)] };

        _room.Check().Reasons.Should().Contain("the approval of ada in step 'agency' does not count: ada is the author (four eyes).");
    }

    /// <inheritdoc cref="Check_TheAuthorsDecisionInTheRows_DoesNotCount" />
    [Fact]
    public void Check_OnePersonInTwoSeatsInTheRows_IsOneVoice()
    {
        _room.Policy = new(TwoSteps with { Steps = [Step("two", new ApproverSelector.Role(PersonRole.Approver)) with { Quorum = new Quorum.AtLeast(2) }] });
        _room.Submit();
        _room.Approve(Ben);
        _room.Approve(Cem);
        _room.Check().IsValid.Should().BeTrue();
        _room.State = _room.State with { Decisions = [.. _room.State.Decisions.Select(d => d.By == Cem ? d with { By = Ben, OnBehalfOf = Cem } : d)] };

        _room.Check().Reasons.Should().Contain("step 'two' lacks its quorum (at least 2; 1 counted).");
    }

    private void Approved(Func<ApprovalCommand.Submit, ApprovalCommand.Submit>? more = null)
    {
        _room.SubmitAs(ApprovalSubjectKind.Content, more);
        _room.Approve(Ben);
        _room.Approve(Carla);
        _room.StateOf().Should().Be(PartState.Approved);
    }
}
