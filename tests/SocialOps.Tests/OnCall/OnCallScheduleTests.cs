using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Tests.OnCall;

public sealed class OnCallScheduleTests
{
    private static readonly string[] Three = ["ann", "ben", "cem"];

    private static OnCallSchedule Weekly(params PersonDefinition[] people)
        => new(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", Three))), A.People(people.Length > 0 ? people : [.. Three.Select(id => A.Person(id))]));

    private static string Answer(OnCallSchedule schedule, string at, DutyRequirement? need = null) => schedule.At(A.At(at), need).ToString();

    [Theory]
    [InlineData("2025-01-06T09:00", "ann")]
    [InlineData("2025-01-13T08:59:59", "ann")]
    [InlineData("2025-01-13T09:00", "ben")]
    [InlineData("2025-01-20T09:00", "cem")]
    [InlineData("2025-01-27T09:00", "ann")]
    [InlineData("2025-01-06T08:59:59", "cem")]
    [InlineData("2035-06-04T09:00", "ann")]
    public void At_WeeklyRotation_NamesWhoseTurnItIs(string at, string expected) => Answer(Weekly(), at).Should().Be(expected);

    [Fact]
    public void At_HandoffAcrossClockChange_StaysAtNineLocal()
    {
        Answer(Weekly(), "2025-03-31T08:59:59").Should().NotBe(Answer(Weekly(), "2025-03-31T09:00"));
        Weekly().At(A.Utc("2025-03-31T07:00")).Should().NotBe(Weekly().At(A.Utc("2025-03-31T06:59:59")));
    }

    [Fact]
    public void At_WindowOverMidnight_BelongsToItsFirstDay()
    {
        var schedule = new OnCallSchedule(A.Schedule("Europe/Berlin", A.Layer("nights", A.Rotation(RotationUnit.Day, "2025-01-06T12:00", "ann"), A.Hours([IsoDayOfWeek.Friday], 22, 6))), A.People("ann"));
        Answer(schedule, "2025-01-11T05:59").Should().Be("ann");
        Answer(schedule, "2025-01-11T06:00").Should().Be("nobody (OutsideWindows)");
        Answer(schedule, "2025-01-10T05:00").Should().Be("nobody (OutsideWindows)");
    }

    [Fact]
    public void At_SundayWindowOverMidnight_ReachesIntoMonday()
    {
        var schedule = new OnCallSchedule(A.Schedule("Europe/Berlin", A.Layer("nights", A.Rotation(RotationUnit.Day, "2025-01-06T12:00", "ann"), A.Hours([IsoDayOfWeek.Sunday], 22, 6))), A.People("ann"));
        Answer(schedule, "2025-01-13T05:59").Should().Be("ann");
    }

    [Fact]
    public void At_ExclusiveLayerActive_SilencesWeakerOnes()
    {
        var definition = A.Schedule(
            "Europe/Berlin",
            A.Layer("day", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann"), A.Hours(A.Weekdays, 9, 17)),
            A.Layer("base", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ben")));
        var schedule = new OnCallSchedule(definition, A.People("ann", "ben"));
        Answer(schedule, "2025-01-07T10:00").Should().Be("ann");
        Answer(schedule, "2025-01-07T17:00").Should().Be("ben");
    }

    [Fact]
    public void At_TogetherLayer_JoinsTheNextWeakerOne()
    {
        var definition = A.Schedule(
            "Europe/Berlin",
            A.Layer("crisis", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann")) with { Mode = LayerMode.Together },
            A.Layer("base", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ben")),
            A.Layer("weakest", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "cem")));
        Answer(new OnCallSchedule(definition, A.People(Three)), "2025-01-07T10:00").Should().Be("ann, ben");
    }

    [Fact]
    public void At_AbsentWithDeputyOfTheAbsence_NamesTheDeputy()
    {
        var ann = A.Person("ann") with { Absences = [new(new(2025, 1, 7), new(2025, 1, 8), A.Id("cem"))] };
        var schedule = Weekly(ann, A.Person("ben"), A.Person("cem"));
        Answer(schedule, "2025-01-06T23:59:59").Should().Be("ann");
        Answer(schedule, "2025-01-07T00:00").Should().Be("cem");
        Answer(schedule, "2025-01-09T00:00").Should().Be("ann");
    }

    [Fact]
    public void At_AbsentWithoutDeputy_IsAGapWithItsCause()
    {
        var ann = A.Person("ann") with { Absences = [new(new(2025, 1, 7), new(2025, 1, 8))] };
        Weekly(ann, A.Person("ben"), A.Person("cem")).At(A.At("2025-01-07T12:00")).Gap.Should().Be(CoverageGapCause.AbsentNoDeputy);
    }

    [Fact]
    public void At_RequestedAbsence_TakesNobodyOffDuty()
    {
        var ann = A.Person("ann") with { Absences = [new(new(2025, 1, 7), new(2025, 1, 8)) { State = AbsenceState.Requested }] };
        Answer(Weekly(ann, A.Person("ben"), A.Person("cem")), "2025-01-07T12:00").Should().Be("ann");
    }

    [Fact]
    public void At_ClientWithOwnQualifications_IsTheFirstInTheLadderWhoQualifies()
    {
        var definition = A.Schedule(
            "Europe/Berlin",
            A.Layer("first", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann")),
            A.Layer("second", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ben")));
        var people = A.People(A.Person("ann") with { Languages = ["de"] }, A.Person("ben") with { Languages = ["FR"] });
        var schedule = new OnCallSchedule(definition, people);
        Answer(schedule, "2025-01-07T12:00").Should().Be("ann");
        Answer(schedule, "2025-01-07T12:00", new() { Language = "fr" }).Should().Be("ben");
        schedule.At(A.At("2025-01-07T12:00"), new() { Language = "it" }).Gap.Should().Be(CoverageGapCause.NotQualified);
    }

    [Fact]
    public void Between_Stretch_TilesItWithoutHoles()
    {
        var shifts = Weekly().Between(A.At("2025-01-01T00:00"), A.At("2025-02-01T00:00")).ToList();
        shifts[0].From.Should().Be(A.At("2025-01-01T00:00"));
        shifts[^1].To.Should().Be(A.At("2025-02-01T00:00"));
        shifts.Zip(shifts.Skip(1)).Should().OnlyContain(pair => pair.First.To == pair.Second.From && !pair.First.Answer.Equals(pair.Second.Answer));
    }

    [Fact]
    public void Explain_AbsenceDeputyAndOverride_TellsEveryHop()
    {
        var definition = A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann")))
            with { Overrides = [A.Override("fair", OverrideKind.Add, "2025-01-07T00:00", "2025-01-08T00:00", "dan")] };
        var people = A.People(A.Person("ann", "ben") with { Absences = [new(new(2025, 1, 7), new(2025, 1, 7), Reason: "holiday")] }, A.Person("ben", "cem") with { Absences = [new(new(2025, 1, 7), new(2025, 1, 7), Reason: "ill")] }, A.Person("cem"), A.Person("dan"));
        new OnCallSchedule(definition, people).Explain(A.At("2025-01-07T12:00")).ToString().Should().Be(
            """
            2025-01-07T11:00:00Z: cem, dan
              layer 'main', turn 0: ann
              ann is away: holiday
              ben is away: ill
              cem stands in for ben
              cem is on duty by layer 'main'
              override 'fair' (Add, priority 200): dan joins
              dan is on duty by override 'fair'
            """);
    }

    [Fact]
    public void Validate_UnknownParticipant_NamesThePlace()
        => OnCallSchedule.Validate(A.Schedule("Europe/Berlin", A.Layer("weekend", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "nobody"))), A.People("ann"))
            .Should().ContainSingle().Which.ToString().Should().Be("error: layers[weekend].rotation.participants[0]: There is nobody with the id 'nobody'; correct the id or add the person.");

    [Fact]
    public void New_UnknownZone_Throws()
        => FluentActions.Invoking(() => new OnCallSchedule(A.Schedule("Europe/Atlantis"), A.People("ann"))).Should().Throw<InvalidDefinitionException>().WithMessage("*Europe/Atlantis*");
}
