using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Coverage;
using SocialOps.People;

namespace SocialOps.Tests.OnCall;

public sealed class CoverageTests
{
    private static readonly Instant From = A.At("2025-01-06T00:00");
    private static readonly Instant Horizon = A.At("2026-01-05T00:00");

    private static OnCallSchedule Office(params PersonDefinition[] people) => new(
        A.Schedule("Europe/Berlin", A.Layer("office", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann", "ben"), A.Hours(A.Weekdays, 8, 20))),
        people.Length > 0 ? A.People(people) : A.People("ann", "ben"));

    private static CoverageProof Prove(OnCallSchedule schedule, CoverageHours hours, DutyRequirement? need = null, int depth = 1) => CoverageCheck.Prove(schedule, [new("replies", hours, need, depth)], From, Horizon);

    [Fact]
    [Requirement("2.6")]
    public void Prove_EveryPromisedHourStaffed_IsProvedWithHorizonAndTzVersion()
    {
        var proof = Prove(Office(), CoverageHours.EachWeek("Europe/Berlin", A.Hours(A.Weekdays, 9, 18)));
        proof.IsProved.Should().BeTrue();
        proof.ToString().Should().StartWith("Proved from 2025-01-05T23:00:00Z to 2026-01-04T23:00:00Z (tz database ");
    }

    [Fact]
    [Requirement("2.8")]
    public void Prove_WeekendPromisedAndNotStaffed_GivesExactlyTheWeekends()
    {
        var proof = Prove(Office(), CoverageHours.EachWeek("Europe/Berlin", A.Hours(A.EveryDay, 10, 18)));
        proof.Gaps.Should().HaveCount(104);
        proof.Gaps[0].Should().Be(new CoverageGap(A.At("2025-01-11T10:00"), A.At("2025-01-11T18:00"), "replies", CoverageGapCause.OutsideWindows, 0, 1));
        proof.Uncovered.Should().Be(Duration.FromHours(104 * 8));
    }

    [Fact]
    [Requirement("2.7")]
    public void Prove_AbsenceWithoutDeputy_IsAGapInAdvance()
    {
        var ann = A.Person("ann") with { Absences = [new(new(2025, 3, 3), new(2025, 3, 4))] };
        var proof = Prove(Office(ann, A.Person("ben")), CoverageHours.EachWeek("Europe/Berlin", A.Hours(A.Weekdays, 9, 18)));
        proof.Gaps.Select(g => (g.From, g.Cause)).Should().Equal((A.At("2025-03-03T09:00"), CoverageGapCause.AbsentNoDeputy), (A.At("2025-03-04T09:00"), CoverageGapCause.AbsentNoDeputy));
    }

    [Fact]
    public void Prove_RequestedAbsence_IsAtRiskAndNoGap()
    {
        var ann = A.Person("ann") with { Absences = [new(new(2025, 3, 3), new(2025, 3, 3)) { State = AbsenceState.Requested }] };
        var proof = Prove(Office(ann, A.Person("ben")), CoverageHours.EachWeek("Europe/Berlin", A.Hours(A.Weekdays, 9, 18)));
        proof.IsProved.Should().BeTrue();
        proof.AtRisk.Should().ContainSingle().Which.From.Should().Be(A.At("2025-03-03T09:00"));
    }

    [Fact]
    public void Prove_TwoPromisedOneThere_IsTooFew()
        => Prove(Office(), CoverageHours.EachWeek("Europe/Berlin", A.Hours(A.Weekdays, 9, 18)), depth: 2).Gaps[0].Should().BeEquivalentTo(new { Cause = CoverageGapCause.TooFew, OnDuty = 1, Needed = 2 });

    [Fact]
    public void Prove_LanguageNobodySpeaks_IsNotQualified()
    {
        var schedule = Office(A.Person("ann") with { Languages = ["de", "fr"] }, A.Person("ben") with { Languages = ["de"] });
        var proof = Prove(schedule, CoverageHours.EachWeek("Europe/Berlin", A.Hours([IsoDayOfWeek.Monday], 9, 18)), new() { Language = "fr" });
        proof.Gaps.Should().HaveCount(26).And.OnlyContain(g => g.Cause == CoverageGapCause.NotQualified);
    }

    [Fact]
    public void Prove_ClientInAnotherZone_CountsItsOwnHours()
        => Prove(Office(), CoverageHours.EachWeek("America/New_York", A.Hours(A.Weekdays, 9, 17))).Gaps[0].Should().BeEquivalentTo(new { From = A.At("2025-01-06T20:00"), To = A.At("2025-01-06T23:00") });

    [Fact]
    public void Prove_FiftyYearsAhead_AgreesWithWalkingAllOfIt()
    {
        var schedule = new OnCallSchedule(
            A.Schedule(
                "Europe/Berlin",
                A.Layer("office", A.Rotation(RotationUnit.Day, "2025-01-06T00:00", "ann", "ben", "cem") with { Consumption = TurnConsumption.ActiveWindowsOnly }, A.Hours(A.Weekdays, 8, 20)),
                A.Layer("rest", A.Rotation(RotationUnit.Week, "2025-01-06T08:00", "dan", "eve") with { Lengths = [2, 1] })),
            A.People("ann", "ben", "cem", "dan", "eve"));
        var demand = new CoverageDemand("always", CoverageHours.Always);
        var far = A.At("2075-01-01T00:00");
        PeriodicProof.Holds(schedule, demand, SocialOps.OnCall.Engine.Ticks.Of(From), SocialOps.OnCall.Engine.Ticks.Of(far)).Should().BeTrue();
        schedule.Between(From, far).Should().OnlyContain(shift => shift.Gap == null);
    }

    [Fact]
    public void Prove_LayerThatEndsInThirtyYears_FindsTheGapBehindIt()
    {
        var end = A.At("2055-06-01T00:00");
        var schedule = new OnCallSchedule(A.Schedule("Etc/UTC", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann")) with { EffectiveUntil = end }), A.People(A.Person("ann") with { Zone = "Etc/UTC" }));
        CoverageCheck.Prove(schedule, [new("always", CoverageHours.Always)], From, A.At("2075-01-01T00:00")).Gaps.Should().ContainSingle().Which.From.Should().Be(end);
    }

    [Fact]
    public void Prove_HourRepeatedInAutumn_IsCoveredTwice()
    {
        var night = new TimeRestriction([IsoDayOfWeek.Sunday], new(new LocalTime(1, 0), new LocalTime(4, 0)));
        var schedule = new OnCallSchedule(A.Schedule("Europe/Berlin", A.Layer("night", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann"), night)), A.People("ann"));
        var proof = CoverageCheck.Prove(schedule, [new("night", CoverageHours.Of([new Interval(A.Utc("2025-10-25T23:00"), A.Utc("2025-10-26T03:00"))]))], From, Horizon);
        proof.IsProved.Should().BeTrue();
    }
}
