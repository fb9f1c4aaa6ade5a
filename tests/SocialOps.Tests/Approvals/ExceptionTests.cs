using NodaTime;
using SocialOps.Approvals;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

public sealed class ExceptionTests
{
    private readonly Room _room = new();

    [Fact]
    public void Release_InAnEmergency_IsValidTellsTheClientAndIsReviewed()
    {
        _room.Submit();
        _room.Do(new ApprovalCommand.ReleaseInEmergency(Dora, "product recall", [Part("facebook", "v1")]));

        _room.Check().Basis.Should().Be(ApprovalBasis.Emergency);
        _room.Last.Notices.Where(n => n.IsUrgent).Select(n => n.Recipient).Should().BeEquivalentTo([Carla, Olaf]);
        _room.State.Emergencies.Single().ReviewDueAt.Should().Be(Monday + Duration.FromDays(1));
        _room.Check(Part("facebook", "v2")).IsValid.Should().BeFalse("exactly those bytes were released");
    }

    [Theory]
    [InlineData("ben", "recall", "the role DutyManager is missing")]
    [InlineData("dora", " ", "needs a reason")]
    public void Release_WithoutRightOrReason_IsRefused(string who, string reason, string because)
    {
        _room.Submit();

        Reasons(_room.Do(new ApprovalCommand.ReleaseInEmergency(Agency(who), reason, [Part("facebook", "v1")]))).Should().Contain(because);
    }

    [Fact]
    public void ReviewEmergency_ByWhoReleased_IsRefused()
    {
        _room.Submit();
        _room.Do(new ApprovalCommand.ReleaseInEmergency(Dora, "recall", [Part("facebook", "v1")]));

        Reasons(_room.Do(new ApprovalCommand.ReviewEmergency(Dora, 1, true, "fine"))).Should().Contain("let somebody else review it");
    }

    [Fact]
    public void ReviewEmergency_NotRight_EndsTheBasis()
    {
        _room.Submit();
        _room.Do(new ApprovalCommand.ReleaseInEmergency(Dora, "recall", [Part("facebook", "v1")]));
        _room.Do(new ApprovalCommand.ReviewEmergency(Ben, 1, false, "it could have waited"));

        _room.Check().IsValid.Should().BeFalse();
    }

    [Fact]
    public void ReviewDue_NotReviewed_IsTold()
    {
        _room.Submit();
        _room.Do(new ApprovalCommand.ReleaseInEmergency(Dora, "recall", [Part("facebook", "v1")]));
        _room.Do(new ApprovalCommand.ReviewDue(1));

        _room.Last.Audit.Should().ContainSingle(a => a.Action == "approval.emergency-review-missed");
    }

    [Fact]
    [Requirement("4.16")]
    public void Object_Open_BlocksButNeverBeyondItsTime()
    {
        Approve();
        _room.Do(new ApprovalCommand.RaiseObjection(Ben, "the joke offends", [new(Ben, "do not send"), new(Ada, "send")]));
        var until = _room.State.Dissents.Single().BlocksUntil;

        _room.Now = until - Duration.FromTicks(10);
        _room.Check().Reasons.Should().Equal($"the objection of ben is open until {until}: the joke offends");
        _room.Now = until;
        _room.Check().IsValid.Should().BeTrue("whether or not the row that records it has run");
        _room.Do(new ApprovalCommand.DissentDue(1));
        _room.State.Dissents.Single().Outcome.Should().Be(DissentOutcome.Lapsed);
    }

    [Fact]
    [Requirement("4.16")]
    public void SettleDissent_Upheld_GoesBackToTheAuthor()
    {
        Approve();
        _room.Do(new ApprovalCommand.RaiseObjection(Ben, "the joke offends", []));
        Reasons(_room.Do(new ApprovalCommand.SettleDissent(Cem, 1, false, "no"))).Should().Contain("dora decides it");
        _room.Do(new ApprovalCommand.SettleDissent(Dora, 1, true, "he is right"));

        _room.StateOf().Should().Be(PartState.ChangesRequested);
        _room.State.Dissents.Single().Decider.Should().Be(Dora);
    }

    [Fact]
    [Requirement("4.16")]
    public void SettleDissent_Overruled_TheApprovalStands()
    {
        Approve();
        _room.Do(new ApprovalCommand.RaiseObjection(Ben, "the joke offends", []));
        _room.Do(new ApprovalCommand.SettleDissent(Dora, 1, false, "it is a quote"));

        _room.Check().Basis.Should().Be(ApprovalBasis.Quorum);
        Reasons(_room.Do(new ApprovalCommand.RaiseObjection(Ben, "the joke offends", []))).Should().Contain("its time does not begin again");
    }

    private void Approve()
    {
        _room.Submit();
        _room.Approve(Ben);
        _room.Approve(Carla);
    }
}
