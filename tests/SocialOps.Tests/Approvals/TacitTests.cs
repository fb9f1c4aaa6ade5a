using NodaTime;
using SocialOps.Approvals;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

public sealed class TacitTests
{
    private static readonly TacitCase Good = new()
    {
        Clause = new("offer-12", 3),
        NoticeNamesSilence = true,
        Deliveries = [new(1, Carla, "receipt-1", Monday)],
        ValidContacts = [Carla],
        ClientCalendar = Ordinary.FindCalendar(Office),
        DueAt = Monday + Duration.FromDays(2),
        NoticeHash = Hash("v1"),
        CurrentHash = Hash("v1"),
        CrisisLevel = 1,
        IsHeld = false,
    };

    [Fact]
    public void Guards_AllHold_NameNothing() => TacitGuards.Check(Good).Should().BeEmpty();

    public static TheoryData<string, TacitCase> Failing() => new()
    {
        { "1 clause: no accepted quote or contract says that silence counts.", Good with { Clause = null } },
        { "2 notice: it did not name date, time and the consequence of silence.", Good with { NoticeNamesSilence = false } },
        { "3 delivery: a notice came back.", Good with { Deliveries = [.. Good.Deliveries, new(1, Olaf, "bounce", Monday, true)] } },
        { "4 time: fewer than two full working days in the client's calendar since the delivery.", Good with { Deliveries = [new(1, Carla, "late", Monday + Duration.FromMinutes(1))] } },
        { "4 time: carla (shop) is absent and nobody stands in.", Good with { AbsentContacts = [Carla] } },
        { $"5 hash: the notice showed {Hash("v1").Abbreviated}, current is {Hash("v2").Abbreviated}.", Good with { CurrentHash = Hash("v2") } },
        { "6 risk: the class is High, silence counts for Standard only.", Good with { Risk = RiskClass.High } },
        { "7 calm: the crisis level is 2.", Good with { CrisisLevel = 2 } },
        { "7 calm: the crisis level is unknown.", Good with { CrisisLevel = null } },
        { "7 calm: publishing is held.", Good with { IsHeld = true } },
        { "7 calm: whether publishing is held is unknown.", Good with { IsHeld = null } },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public void Guards_OneFails_IsNamed(string guard, TacitCase tacit) => TacitGuards.Check(tacit).Should().Equal(guard);

    [Fact]
    public void Guards_NotDelivered_HaveNoTimeEither()
        => TacitGuards.Check(Good with { ValidContacts = [Olaf] }).Select(g => g[..3]).Should().Equal("3 d", "4 t");

    [Fact]
    public void FullWorkingDays_OverAHoliday_SkipIt()
        => TacitGuards.FullWorkingDays(Ordinary.FindCalendar(Office)!, Instant.FromUtc(2026, 4, 30, 6, 0), Instant.FromUtc(2026, 5, 5, 6, 0)).Should().Be(2, "Thursday and Monday; Friday is the First of May");

    [Fact]
    public void StepDue_SilenceThatWasAgreed_CountsWithEvidence()
    {
        var room = Silent();
        room.Now = room.RunOf().DueAt + Duration.FromTicks(10);
        room.Do(new ApprovalCommand.StepDue(room.RunOf().Number));

        room.Check().Basis.Should().Be(ApprovalBasis.Tacit);
        room.State.Decisions[^1].Evidence.Should().Equal("offer-12 v3", "receipt-1");
        room.Events.OfType<ApprovalEvent.StepOpened>().Last().Run.NoticeNamesSilence.Should().BeTrue();
    }

    [Fact]
    public void Submit_WhereSilenceWouldCount_TheNoticeNamesDateTimeAndConsequence()
    {
        var room = Silent(false);

        room.Last.Notices.Should().OnlyContain(n => n.Text.Contains("until 2026-06-18T07:00:00Z. If you say nothing until then, it counts as approved, as agreed in offer-12 v3."));
    }

    [Fact]
    public void StepDue_SilenceWithoutDelivery_ExpiresAndNamesTheGuards()
    {
        var room = Silent(false);
        room.Now = room.RunOf().DueAt + Duration.FromTicks(10);
        room.Do(new ApprovalCommand.StepDue(room.RunOf().Number));

        room.StateOf().Should().Be(PartState.Expired);
        room.State.FindPart("facebook")!.Reason.Should().Contain("3 delivery").And.Contain("4 time");
    }

    [Fact]
    public void Revoke_Silence_UntilItIsPublished()
    {
        var room = Silent();
        room.Now = room.RunOf().DueAt + Duration.FromTicks(10);
        room.Do(new ApprovalCommand.StepDue(room.RunOf().Number));
        room.Do(new ApprovalCommand.Revoke(Olaf, "we were on holiday")).Should().BeOfType<ApprovalOutcome.Accepted>("any approver of the client may speak up");

        room.StateOf().Should().Be(PartState.InReview);
        room.Check().IsValid.Should().BeFalse();
    }

    /// <summary>A working day's start, when the client is asked under an agreement by which silence counts.</summary>
    private static Room Silent(bool delivered = true)
    {
        var policy = TwoSteps with { Steps = [TwoSteps.Steps[0], TwoSteps.Steps[1] with { OnTimeout = TimeoutAction.Tacit, DueIn = new SocialOps.Time.ResponseTarget.BusinessDays(3) }] };
        var room = new Room(policy) { Facts = Ordinary with { TacitClause = new("offer-12", 3) } };
        room.Submit();
        room.Approve(Ben);
        if (delivered)
        {
            room.Do(new ApprovalCommand.RecordDelivery(new(room.RunOf().Number, Carla, "receipt-1", room.Now)));
        }

        return room;
    }
}
