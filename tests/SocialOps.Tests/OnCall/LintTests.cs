using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Lint;
using SocialOps.People;

namespace SocialOps.Tests.OnCall;

public sealed class LintTests
{
    private static readonly Instant From = A.At("2025-01-06T00:00");

    private static IReadOnlyList<string> Lint(ScheduleDefinition definition, params PersonDefinition[] people)
        => [.. ScheduleLint.Check(definition, A.People(people), From, From + Duration.FromDays(731)).Select(finding => finding.ToString())];

    [Fact]
    public void Check_SoundSchedule_FindsNothing()
        => Lint(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann", "ben"))), A.Person("ann", "ben"), A.Person("ben")).Should().BeEmpty();

    [Fact]
    public void Check_FourteenPeopleDailyOnWeekdaysOnly_NamesTheFourWhoNeverHaveATurn()
    {
        var ids = Enumerable.Range(0, 14).Select(i => $"p{i:00}").ToArray();
        var layer = A.Layer("main", A.Rotation(RotationUnit.Day, "2025-01-06T00:00", ids), A.Hours(A.Weekdays, 9, 17));
        Lint(A.Schedule("Europe/Berlin", layer), [.. ids.Select(id => A.Person(id))]).Select(text => text.Split(": ")[2].Split('\'')[0]).Should().Equal("p05", "p06", "p12", "p13");
    }

    [Fact]
    public void Check_TheSameCountingActiveWindowsOnly_FindsNothing()
    {
        var ids = Enumerable.Range(0, 14).Select(i => $"p{i:00}").ToArray();
        var layer = A.Layer("main", A.Rotation(RotationUnit.Day, "2025-01-06T00:00", ids) with { Consumption = TurnConsumption.ActiveWindowsOnly }, A.Hours(A.Weekdays, 9, 17));
        Lint(A.Schedule("Europe/Berlin", layer), [.. ids.Select(id => A.Person(id))]).Should().BeEmpty();
    }

    [Fact]
    public void Check_LayerUnderACompleteOne_SaysWhenItAnswers()
        => Lint(A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann")), A.Layer("b", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ben"))), A.Person("ann"), A.Person("ben"))
            .Should().ContainSingle().Which.Should().StartWith("warning: layers[b]: Stronger layers cover all its hours");

    [Fact]
    public void Check_RestrictionWithoutWeekdays_IsNeverActive()
        => Lint(A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann"), A.Hours([], 9, 17))), A.Person("ann"))
            .Should().ContainSingle().Which.Should().StartWith("warning: layers[a]: The layer is never active");

    [Fact]
    public void Check_HandoffInTheSkippedHour_TellsBothChanges()
        => Lint(A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-05T02:30", "ann", "ben"))), A.Person("ann"), A.Person("ben")).Should().Equal(
            "warning: layers[a].rotation.anchor: 2025-03-30T02:30:00 is skipped in Europe/Berlin and counts as 2025-03-30T01:00:00Z; choose an hour that exists once.",
            "warning: layers[a].rotation.anchor: 2025-10-26T02:30:00 happens twice in Europe/Berlin and counts as 2025-10-26T00:30:00Z; choose an hour that exists once.");

    [Fact]
    public void Check_WindowThatEndsInTheRepeatedHour_IsTold()
    {
        var hours = new TimeRestriction([IsoDayOfWeek.Sunday], new(new LocalTime(0, 0), new LocalTime(2, 30)));
        Lint(A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann"), hours)), A.Person("ann")).Should().Contain(text => text.StartsWith("warning: layers[a].restrictions: 2025-10-26T02:30:00 happens twice"));
    }

    [Fact]
    public void Check_DeputiesInACircle_AreNamed()
        => Lint(A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann"))), A.Person("ann", "ben"), A.Person("ben", "ann"))
            .Should().ContainSingle().Which.Should().Contain("ann -> ben -> ann is a circle");

    [Fact]
    public void Check_ReplaceOfSomebodyWithoutAShift_HasNoEffect()
    {
        var definition = A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann", "ben")))
            with { Overrides = [A.Override("late", OverrideKind.Replace, "2025-01-07T00:00", "2025-01-08T00:00", "ann", "ben")] };
        Lint(definition, A.Person("ann"), A.Person("ben")).Should().ContainSingle().Which.Should().StartWith("warning: overrides[late]: ben has no shift from 2025-01-07T00:00:00");
    }

    [Fact]
    public void Check_PersonWithoutContact_IsAnError()
        => Lint(A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann"))), A.Person("ann") with { Contacts = [] })
            .Should().Equal("error: layers[a].rotation.participants[0]: ann has no contact method and could not be told; add one to people[ann].contacts.");

    [Fact]
    public void Check_OverrideToAnAbsentPerson_IsAnError()
    {
        var definition = A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann")))
            with { Overrides = [A.Override("o", OverrideKind.Take, "2025-01-07T00:00", "2025-01-09T00:00", "ben")] };
        Lint(definition, A.Person("ann"), A.Person("ben") with { Absences = [new(new(2025, 1, 8), new(2025, 1, 8))] })
            .Should().Equal("error: overrides[o].person: ben is absent from 2025-01-07T23:00:00Z, within the override; choose somebody who is there.");
    }

    [Fact]
    public void Check_TypedTimeThatHappensTwice_WarnsWithBothInstants()
    {
        var definition = A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann")))
            with { Overrides = [A.Override("o", OverrideKind.Take, "2025-10-26T02:30", "2025-10-26T08:00", "ann")] };
        Lint(definition, A.Person("ann")).Should().ContainSingle().Which.Should().Be(
            "warning: overrides[o].from: 2025-10-26T02:30:00 happens twice in Europe/Berlin: earlier means 2025-10-26T00:30:00Z, later means 2025-10-26T01:30:00Z; say which.");
    }
}
