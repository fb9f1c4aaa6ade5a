using NodaTime;
using SocialOps.Approvals;
using SocialOps.People;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

public sealed class DecidingTests
{
    private readonly Room _room = new();

    [Fact]
    [Requirement("0.7")]
    public void Approve_EveryStep_IsValidOnQuorum()
    {
        _room.Submit();
        _room.Approve(Ben);
        _room.Check().IsValid.Should().BeFalse("the client has not decided");
        _room.Approve(Carla);

        _room.StateOf().Should().Be(PartState.Approved);
        _room.Check().Basis.Should().Be(ApprovalBasis.Quorum);
    }

    [Fact]
    public void Approve_TheAuthor_IsRefused()
    {
        _room.Submit();

        Reasons(_room.Approve(Ada)).Should().Be("ada is the author and may not approve (four eyes). Let somebody else decide.");
    }

    [Fact]
    [Requirement("2.17")]
    public void Approve_TheAuthorInSoloMode_IsValidAndSaysSo()
    {
        var room = new Room(new() { Id = new("solo"), SoloMode = true, Steps = [Step("me", new ApproverSelector.Role(PersonRole.Approver))] });
        room.Submit();
        room.Approve(Ada);

        room.Check().Basis.Should().Be(ApprovalBasis.Solo);
        room.Last.Audit.Should().Contain(a => a.Action == "approval.approve" && a.Detail.Contains("solo mode"));
    }

    [Fact]
    public void Approve_SomebodyElseInSoloMode_IsAnOrdinaryQuorum()
    {
        var room = new Room(new() { Id = new("solo"), SoloMode = true, Steps = [Step("me", new ApproverSelector.Role(PersonRole.Approver))] });
        room.Submit();
        room.Approve(Ben);

        room.Check().Basis.Should().Be(ApprovalBasis.Quorum);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Approve_TheLastEditor_IsASwitchOfItsOwn(bool mayApprove)
    {
        var room = new Room(TwoSteps with { LastEditorMayApprove = mayApprove });
        room.Submit();
        room.Do(new ApprovalCommand.Revise(Ben, [Part("facebook", "v2")]));

        var outcome = room.Approve(Ben);

        if (mayApprove)
        {
            outcome.Should().BeOfType<ApprovalOutcome.Accepted>();
        }
        else
        {
            Reasons(outcome).Should().Contain("edited last");
        }
    }

    [Fact]
    public void Approve_TheAuthorWhereOnlyLastEditorsAreBarred_IsAccepted()
    {
        var room = new Room(TwoSteps with { AuthorMayApprove = true, LastEditorMayApprove = false });
        room.Submit();
        room.Do(new ApprovalCommand.Revise(Ben, [Part("facebook", "v2")]));

        room.Approve(Ada).Should().BeOfType<ApprovalOutcome.Accepted>("one switch does not imply the other");
    }

    [Fact]
    public void Approve_SecondOfTwo_IsToldWhoWasFirst()
    {
        _room.Submit();
        _room.Approve(Ben);
        _room.Now += Duration.FromMinutes(1);

        _room.Approve(Cem).Should().Be(new ApprovalOutcome.AlreadyDecided(Ben, Monday, DecisionKind.Approve));
    }

    [Fact]
    public void Approve_ForAStepThatHasClosed_DoesNotSlipIntoTheNext()
    {
        var room = new Room(TwoSteps with { Steps = [Step("first", new ApproverSelector.Role(PersonRole.Approver)), Step("second", new ApproverSelector.Role(PersonRole.Approver))] });
        room.Submit();
        room.Approve(Ben);

        room.Do(new ApprovalCommand.Decide(DecisionKind.Approve, Cem, "mail") { Step = 0 }).Should().BeOfType<ApprovalOutcome.AlreadyDecided>();
        room.StateOf().Should().Be(PartState.InReview);
    }

    [Theory]
    [InlineData(DecisionKind.Reject)]
    [InlineData(DecisionKind.RequestChanges)]
    public void Decide_AgainstWithoutComment_IsRefused(DecisionKind kind)
    {
        _room.Submit();

        Reasons(_room.Do(new ApprovalCommand.Decide(kind, Ben, "portal"))).Should().Contain("needs a comment");
    }

    [Fact]
    public void Reject_InAStepOfMany_ClosesItAtOnceAndForGood()
    {
        var room = new Room(TwoSteps with { Steps = [Step("all", Named(Ben), Named(Cem)) with { Quorum = new Quorum.AllOf() }] });
        room.Submit();
        room.Decide(DecisionKind.Reject, Ben);

        room.StateOf().Should().Be(PartState.Rejected);
        room.Approve(Cem).Should().Be(new ApprovalOutcome.AlreadyDecided(Ben, Monday, DecisionKind.Reject));
        Reasons(room.Revise(Part("facebook", "v2"))).Should().Contain("cannot be changed in this request");
    }

    [Fact]
    public void RequestChanges_ThenTheIdenticalHash_IsRefusedUntilItChanges()
    {
        _room.Submit();
        _room.Decide(DecisionKind.RequestChanges, Ben);

        Reasons(_room.Revise(Part("facebook", "v1"))).Should().Contain("is exactly what ben sent back: the price is wrong");
        _room.Revise(Part("facebook", "v2")).Should().BeOfType<ApprovalOutcome.Accepted>();
        _room.State.FindPart("facebook")!.Round.Should().Be(2);
        Reasons(_room.Revise(Part("facebook", "v1"))).Should().Contain("sent back", "going back to it later is the same");
    }

    [Fact]
    public void Decide_AnotherTimeBeforeTheStepCloses_TheLatestCounts()
    {
        var room = new Room(TwoSteps with { Steps = [Step("two", new ApproverSelector.Role(PersonRole.Approver)) with { Quorum = new Quorum.AtLeast(2) }] });
        room.Submit();
        room.Approve(Ben);
        room.Decide(DecisionKind.RequestChanges, Ben);

        room.StateOf().Should().Be(PartState.ChangesRequested);
    }

    [Fact]
    public void Approve_AtLeastTwo_OnePersonTwiceIsOne()
    {
        var room = new Room(TwoSteps with { Steps = [Step("two", new ApproverSelector.Role(PersonRole.Approver)) with { Quorum = new Quorum.AtLeast(2) }] });
        room.Submit();
        room.Approve(Ben);
        room.Approve(Ben);
        room.StateOf().Should().Be(PartState.InReview);

        room.Approve(Cem);

        room.StateOf().Should().Be(PartState.Approved);
    }

    [Fact]
    public void Approve_AllOf_SeatsAreMatchedWhateverTheOrder()
    {
        var steps = new[] { Step("all", new ApproverSelector.Role(PersonRole.Approver), Named(Ben)) with { Quorum = new Quorum.AllOf() } };
        foreach (var order in new[] { new[] { Ben, Cem }, [Cem, Ben] })
        {
            var room = new Room(TwoSteps with { Steps = steps });
            room.Submit();
            room.Approve(order[0]);
            room.StateOf().Should().Be(PartState.InReview);
            room.Approve(order[1]);

            room.StateOf().Should().Be(PartState.Approved, "Ben takes his own seat and leaves the other to Cem");
        }
    }

    [Fact]
    [Requirement("4.3")]
    public void Approve_FormAndFact_AreTwoApprovals()
    {
        var room = new Room(TwoSteps with
        {
            Steps = [Step("craft", Named(Ben)) with { Concern = ApprovalConcern.Form }, Step("facts", ApproverSelector.ClientApprover) with { Concern = ApprovalConcern.Fact }],
        });
        room.Submit();
        Reasons(room.Approve(Carla)).Should().Contain("carla (shop) is no approver of step 'craft'");
        room.Approve(Ben);
        room.Last.Audit.Should().Contain(a => a.Detail.Contains("in step 'craft' (form)"));
        room.Approve(Carla);
        room.Last.Audit.Should().Contain(a => a.Detail.Contains("in step 'facts' (fact)"));

        room.Check().IsValid.Should().BeTrue();
    }

    [Fact]
    public void Decide_OneOfTwoParts_MovesThatPartOnly()
    {
        _room.Submit(Part("facebook", "f1"), Part("linkedin", "l1"));

        _room.Approve(Ben, Part("facebook", "f1"));

        _room.RunOf("facebook").Step.Should().Be(1);
        _room.RunOf("linkedin").Step.Should().Be(0);
    }

    [Fact]
    public void Decide_AHashThatHasChanged_IsRefusedWithBoth()
    {
        _room.Submit();
        _room.Revise(Part("facebook", "v2"));

        Reasons(_room.Approve(Ben, Part("facebook", "v1"))).Should().Contain($"you have seen {Hash("v1").Abbreviated}, current is {Hash("v2").Abbreviated}");
    }

    [Fact]
    public void Approve_OneOfSeveralDrafts_ChoosesIt()
    {
        _room.SubmitAs(ApprovalSubjectKind.Reply, null, Part("draft-1", "kurz"), Part("draft-2", "lang"));
        _room.Approve(Ben);
        _room.Approve(Carla, Part("draft-2", "lang"));

        _room.StateOf("draft-1").Should().Be(PartState.Withdrawn);
        _room.Check(Part("draft-2", "lang")).Basis.Should().Be(ApprovalBasis.Quorum);
        _room.Check(Part("draft-1", "kurz")).ToString().Should().Contain("'draft-2' was chosen");
    }

    [Fact]
    public void Decide_RiskHighWithoutASession_IsRefused()
    {
        _room.SubmitAs(ApprovalSubjectKind.Content, s => s with { Risk = RiskClass.High });

        Reasons(_room.Do(new ApprovalCommand.Decide(DecisionKind.Approve, Ben, "mail") { Assurance = AssuranceLevel.Verified })).Should().Be("Risk class High needs SignedIn; this came as Verified.");
    }

    [Fact]
    [Requirement("4.20")]
    public void Submit_AGuidelineUnderAPolicyThatOneSideCanPass_IsRefused()
    {
        var room = new Room(TwoSteps with { Steps = [Step("either", new ApproverSelector.Role(PersonRole.Approver), ApproverSelector.ClientApprover)] });

        Reasons(room.SubmitAs(ApprovalSubjectKind.Guideline, null)).Should().Contain("needs the agency's and the client's signature");
    }

    [Fact]
    [Requirement("4.20")]
    public void Submit_APlanBothSidesSign_IsValidAfterBoth()
    {
        var room = new Room(TwoSteps with { Steps = [Step("both", Named(Ben), ApproverSelector.ClientApprover) with { Quorum = new Quorum.AllOf() }] });
        room.SubmitAs(ApprovalSubjectKind.Plan, null, Part("plan", "v1"));
        room.Approve(Carla);
        room.Check().IsValid.Should().BeFalse();
        room.Approve(Ben);

        room.Check().IsValid.Should().BeTrue();
    }

    [Fact]
    public void Submit_NoPartTwice_TellsAllFaultsAtOnce()
        => Reasons(_room.SubmitAs(ApprovalSubjectKind.Content, s => s with { Author = Agency("nobody"), PublishAt = Monday }, Part("a", "1"), Part("a", "2"), new("b", new("xyz"))))
            .Should().Contain("'a' is there 2 times").And.Contain("nobody is not known").And.Contain("leaves no time to decide").And.Contain("no SHA-256");

    [Fact]
    public void Approve_SomebodyWhomAWallKeepsOut_IsRefused()
    {
        _room.Facts = Ordinary with { People = Ordinary.People.Values.Select(p => p with { ClientWalls = p.Id.Value == "ben" ? [new("shop")] : [] }).ToDictionary(p => p.Id) };
        _room.Submit();

        _room.Approve(Ben).Should().BeOfType<ApprovalOutcome.Refused>();
    }

    [Fact]
    public void Submit_Asked_AreToldOnceEach()
    {
        _room.Submit(Part("facebook", "f1"), Part("linkedin", "l1"));

        _room.Last.Notices.Select(n => n.Recipient).Should().BeEquivalentTo([Ben, Cem], "one notice for both parts, and none for the author");
    }

    [Fact]
    public void Submit_NobodyToAsk_TheAccountOwnerHearsOfIt()
    {
        _room.Facts = Ordinary with { People = Ordinary.People.Where(p => p.Key.Value is "ada" or "dora").ToDictionary() };
        _room.Submit();

        _room.Last.Notices.Should().ContainSingle().Which.Should().Match<SocialOps.Notifications.Notice>(n => n.Recipient == Dora && n.Text.Contains("selects nobody who may"));
    }
}
