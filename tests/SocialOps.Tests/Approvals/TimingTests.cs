using NodaTime;
using SocialOps.Approvals;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

[Requirement("4.17")]
public sealed class TimingTests
{
    private Room _room = new();

    [Fact]
    public void Submit_Defaults_AreOneWorkingDayAndTwoForTheClient()
    {
        _room.Submit();
        _room.RunOf().DueAt.Should().Be(Monday + Duration.FromDays(1));
        _room.Now = Instant.FromUtc(2026, 6, 18, 10, 0);
        _room.Facts = Ordinary;
        _room = Later(_room);

        _room.RunOf().DueAt.Should().Be(Instant.FromUtc(2026, 6, 22, 10, 0), "Thursday noon and two working days is Monday noon");

        static Room Later(Room room)
        {
            var later = new Room { Now = room.Now };
            later.Submit();
            later.Approve(Ben);
            return later;
        }
    }

    [Fact]
    public void Submit_AReply_HasMinutes()
    {
        _room.SubmitAs(ApprovalSubjectKind.Reply, null);

        _room.RunOf().DueAt.Should().Be(Monday + Duration.FromMinutes(30));
    }

    [Fact]
    public void Submit_TheSlotIsNear_ItsLeadTimeIsTheDeadline()
    {
        var room = new Room(TwoSteps with { SlotLeadTime = Duration.FromMinutes(15) });
        room.SubmitAs(ApprovalSubjectKind.Content, s => s with { PublishAt = Monday + Duration.FromHours(2) });

        room.RunOf().DueAt.Should().Be(Monday + Duration.FromMinutes(105));
    }

    [Fact]
    public void Approve_ExactlyAtTheDeadline_IsInTime()
    {
        _room.Submit();
        _room.Now = _room.RunOf().DueAt;

        _room.Do(new ApprovalCommand.StepDue(_room.RunOf().Number)).Should().BeOfType<ApprovalOutcome.Overtaken>("its time is not over");
        _room.Approve(Ben).Should().BeOfType<ApprovalOutcome.Accepted>();
    }

    [Fact]
    public void Approve_OneMicrosecondLate_IsRefusedEvenBeforeTheRowRan()
    {
        _room.Submit();
        _room.Now = _room.RunOf().DueAt + Duration.FromTicks(10);

        Reasons(_room.Approve(Ben)).Should().Contain("was due at");
    }

    [Fact]
    public void StepDue_ByDefault_Expires()
    {
        _room.Submit();
        Miss();

        _room.StateOf().Should().Be(PartState.Expired);
        _room.Last.Notices.Select(n => n.Recipient).Should().BeEquivalentTo([Ada, Dora]);
        _room.Check().IsValid.Should().BeFalse();
        _room.Revise(Part("facebook", "v1")).Should().BeOfType<ApprovalOutcome.Accepted>("what nobody looked at may be asked for again");
        _room.StateOf().Should().Be(PartState.InReview);
    }

    [Fact]
    public void StepDue_Escalate_LetsTheOwnerDecideForHalfTheSpanThenExpires()
    {
        _room.Policy = new(TwoSteps with { Steps = [TwoSteps.Steps[0] with { OnTimeout = TimeoutAction.Escalate }] });
        _room.Submit();
        var span = _room.RunOf().DueAt - _room.RunOf().OpenedAt;
        Reasons(_room.Approve(Dora)).Should().Contain("no approver");
        Miss();

        _room.RunOf().DueAt.Should().Be(Instant.FromUtc(2026, 6, 16, 11, 0) + Duration.FromTicks(10), "half of the eight open hours between Monday and Tuesday, nine o'clock, counted from Tuesday");
        span.Should().Be(Duration.FromDays(1));
        _room.Approve(Dora).Should().BeOfType<ApprovalOutcome.Accepted>();
        _room.Check().IsValid.Should().BeTrue();
    }

    [Fact]
    public void StepDue_TheOwnerDoesNotDecideEither_Expires()
    {
        _room.Policy = new(TwoSteps with { Steps = [TwoSteps.Steps[0] with { OnTimeout = TimeoutAction.Escalate }] });
        _room.Submit();
        Miss();
        Miss();

        _room.StateOf().Should().Be(PartState.Expired);
    }

    [Fact]
    public void ReminderDue_Second_ReachesTheDeputyToo()
    {
        _room.Submit();
        var work = _room.Last.Work.Where(w => w.DedupeKey.Contains("Reminder", StringComparison.Ordinal)).Select(w => w.DueAt).ToList();
        work.Should().Equal([Instant.FromUtc(2026, 6, 15, 11, 0), Instant.FromUtc(2026, 6, 15, 14, 12)], "50 % and 90 % of the eight open hours");

        _room.Do(new ApprovalCommand.ReminderDue(_room.RunOf().Number, 1));
        _room.Last.Notices.Select(n => n.Recipient).Should().BeEquivalentTo([Ben, Cem]);
        _room.Do(new ApprovalCommand.ReminderDue(_room.RunOf().Number, 2));

        _room.Last.Notices.Where(n => n.Text.Contains("ben has not answered", StringComparison.Ordinal)).Should().ContainSingle().Which.Recipient.Should().Be(Cem);
        _room.Do(new ApprovalCommand.ReminderDue(_room.RunOf().Number, 2)).Should().BeOfType<ApprovalOutcome.Overtaken>("two are the most");
    }

    [Fact]
    public void ReminderDue_AfterDowntime_OnlyTheLatestGoesOut()
    {
        _room.Submit();
        _room.Do(new ApprovalCommand.ReminderDue(_room.RunOf().Number, 2));

        _room.Do(new ApprovalCommand.ReminderDue(_room.RunOf().Number, 1)).Should().BeOfType<ApprovalOutcome.Overtaken>();
    }

    [Fact]
    public void ReminderDue_TheStepHasClosed_IsOvertaken()
    {
        _room.Submit();
        var run = _room.RunOf().Number;
        _room.Approve(Ben);

        _room.Do(new ApprovalCommand.ReminderDue(run, 1)).Should().BeOfType<ApprovalOutcome.Overtaken>();
    }

    [Fact]
    public void Revise_MoreRoundsThanMeant_TellsTheOwnerAndRefusesNothing()
    {
        _room.Submit();
        for (var round = 2; round <= 3; round++)
        {
            _room.Decide(DecisionKind.RequestChanges, Ben);
            _room.Revise(Part("facebook", $"v{round}")).Should().BeOfType<ApprovalOutcome.Accepted>();
        }

        _room.Last.Notices.Should().Contain(n => n.Recipient == Dora && n.Text.Contains("is in round 3; 2 were meant to be enough"));
    }

    [Fact]
    public void CycleDue_StillOpen_TellsTheOwner()
    {
        _room.Submit();
        _room.Do(new ApprovalCommand.CycleDue());

        _room.Last.Notices.Should().ContainSingle(n => n.Recipient == Dora);
    }

    [Fact]
    [Requirement("1.17")]
    public void LatestStarts_BackFromTheSlot_LeaveEachStepItsLeadTime()
    {
        var starts = ApprovalTimes.LatestStarts(_room.Policy, ApprovalSubjectKind.Content, Ordinary, Instant.FromUtc(2026, 6, 19, 10, 0));

        starts.Should().Equal(Instant.FromUtc(2026, 6, 16, 10, 0), Instant.FromUtc(2026, 6, 17, 10, 0));
    }

    [Fact]
    [Requirement("1.17")]
    public void StepTimes_OfARequest_TellTheBottleneck()
    {
        _room.Submit();
        _room.Now += Duration.FromHours(1);
        _room.Approve(Ben);
        _room.Now += Duration.FromHours(3);
        _room.Approve(Carla);

        var times = StepTimes.Of(_room.Events, _room.Policy);

        times.Select(t => (t.Step, t.Longest)).Should().Equal(("agency", Duration.FromHours(1)), ("client", Duration.FromHours(3)));
        times.MaxBy(t => t.Longest)!.Step.Should().Be("client");
    }

    private void Miss()
    {
        var run = _room.RunOf();
        _room.Now = run.DueAt + Duration.FromTicks(10);
        _room.Do(new ApprovalCommand.StepDue(run.Number)).Should().BeOfType<ApprovalOutcome.Accepted>();
    }
}
