using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData("2026-03-27T16:45", 30, "2026-03-27T17:15")]
    [InlineData("2026-03-27T17:30", 30, "2026-03-27T18:00")]
    [InlineData("2026-03-27T17:45", 30, "2026-03-30T09:15")]
    [InlineData("2026-03-28T12:00", 60, "2026-03-30T10:00")]
    [InlineData("2026-03-27T18:00", 60, "2026-03-30T10:00")]
    [InlineData("2026-03-27T08:00", 0, "2026-03-27T09:00")]
    [InlineData("2026-03-27T09:30", 0, "2026-03-27T09:30")]
    [InlineData("2026-12-30T17:00", 540, "2026-12-31T17:00")]
    public void Add_OfficeHours_GivesDeadline(string start, int minutes, string deadline)
        => Office.Compile().Add(At(start), Duration.FromMinutes(minutes)).Should().Be(At(deadline));

    [Fact]
    public void Add_BudgetUsedUpAtClosing_IsDueAtTheBoundary()
    {
        var calendar = Office.Compile();

        calendar.Add(At("2026-03-27T17:00"), Duration.FromHours(1)).Should().Be(At("2026-03-27T18:00"));
        calendar.Add(At("2026-03-27T17:00"), Duration.FromHours(1), DeadlineBoundary.NextOpening).Should().Be(At("2026-03-30T09:00"));
    }

    [Fact]
    public void Subtract_BudgetUsedUpAtOpening_GivesTheOpening()
    {
        var calendar = Office.Compile();

        calendar.Subtract(At("2026-03-30T10:00"), Duration.FromHours(1)).Should().Be(At("2026-03-30T09:00"));
        calendar.Subtract(At("2026-03-30T10:00"), Duration.FromHours(2)).Should().Be(At("2026-03-27T17:00"));
        calendar.Subtract(At("2026-03-29T10:00"), Duration.Zero).Should().Be(At("2026-03-27T18:00"));
        calendar.Subtract(At("2026-03-30T10:00"), Duration.Zero).Should().Be(At("2026-03-30T10:00"));
        calendar.Subtract(At("2026-03-30T09:00"), Duration.Zero).Should().Be(At("2026-03-27T18:00"));
    }

    [Fact]
    public void IsOpen_AtTheEnds_IsHalfOpen()
    {
        var calendar = Office.Compile();

        calendar.IsOpen(At("2026-03-27T09:00")).Should().BeTrue();
        calendar.IsOpen(At("2026-03-27T09:00") - Duration.FromTicks(1)).Should().BeFalse();
        calendar.IsOpen(At("2026-03-27T18:00")).Should().BeFalse();
        calendar.IsOpen(At("2026-03-27T18:00") - Duration.FromTicks(1)).Should().BeTrue();
    }

    [Fact]
    public void Add_AroundTheClockOverSpringForward_CountsElapsedTime()
    {
        var calendar = BusinessCalendar.AlwaysOpen(TimeZones.Get("Europe/Berlin"));
        var start = At("2026-03-28T12:00");

        (calendar.Add(start, Duration.FromHours(24)) - start).Should().Be(Duration.FromSeconds(86_400));
        calendar.Between(At("2026-03-29T00:00"), At("2026-03-30T00:00")).Should().Be(Duration.FromHours(23));
        calendar.Between(At("2026-10-25T00:00"), At("2026-10-26T00:00")).Should().Be(Duration.FromHours(25));
    }

    [Fact]
    public void NextAndPrevious_AroundOneDay_SplitAtTheInstant()
    {
        var calendar = Office.Compile();
        var opening = At("2026-03-27T09:00");
        var closing = At("2026-03-27T18:00");

        calendar.NextOpening(opening - Duration.FromTicks(1)).Should().Be(opening);
        calendar.NextOpening(opening).Should().Be(At("2026-03-30T09:00"));
        calendar.NextClosing(opening).Should().Be(closing);
        calendar.NextClosing(closing).Should().Be(At("2026-03-30T18:00"));
        calendar.PreviousOpening(opening).Should().Be(opening);
        calendar.PreviousOpening(opening - Duration.FromTicks(1)).Should().Be(At("2026-03-26T09:00"));
        calendar.PreviousClosing(closing).Should().Be(closing);
        calendar.PreviousClosing(closing - Duration.FromTicks(1)).Should().Be(At("2026-03-26T18:00"));
    }

    [Fact]
    public void Searches_AroundTheClock_SayNever()
    {
        var calendar = BusinessCalendar.AlwaysOpen(DateTimeZone.Utc);
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);

        calendar.NextOpening(now).Should().BeNull();
        calendar.NextClosing(now).Should().BeNull();
        calendar.PreviousOpening(now).Should().BeNull();
        calendar.PreviousClosing(now).Should().BeNull();
        calendar.Add(now, Duration.FromDays(7305)).Should().Be(now + Duration.FromDays(7305));
        calendar.Add(now, Duration.FromDays(7305) + Duration.FromTicks(1)).Should().BeNull();
        calendar.Subtract(now, Duration.FromDays(7305)).Should().Be(now - Duration.FromDays(7305));
        calendar.Subtract(now, Duration.FromDays(7305) + Duration.FromTicks(1)).Should().BeNull();
        calendar.OpenFrom(now).Should().ContainSingle();
        calendar.OpenUntil(now).Should().ContainSingle();
    }

    [Fact]
    public void OpenFrom_AndUntil_AreCutAtTheInstantAndLazy()
    {
        var calendar = Office.Compile();

        calendar.OpenFrom(At("2026-03-27T12:00")).Take(2).Should().Equal(
            new Interval(At("2026-03-27T12:00"), At("2026-03-27T18:00")), new Interval(At("2026-03-30T09:00"), At("2026-03-30T18:00")));
        calendar.OpenUntil(At("2026-03-30T12:00")).Take(2).Should().Equal(
            new Interval(At("2026-03-30T09:00"), At("2026-03-30T12:00")), new Interval(At("2026-03-27T09:00"), At("2026-03-27T18:00")));
    }

    [Fact]
    public void Compile_OfAFaultyDefinition_TellsAllFaults()
    {
        var definition = new CalendarDefinition
        {
            Id = new("x"),
            Zone = "Europe/Berln",
            HolidayRegion = "DE-HX",
            Weekly = Weekly([IsoDayOfWeek.Monday], "09:00-12:00", "11:00-13:00"),
            Overrides = [new(new(2026, 12, 24), []), new(new(2026, 12, 24), [])],
            Breaks = [new(new(2026, 1, 2, 0, 0), new(2026, 1, 1, 0, 0))],
        };

        var compile = () => BusinessCalendar.Compile(definition);

        compile.Should().Throw<InvalidDefinitionException>().Which.Findings.Select(f => (f.Severity, f.Path)).Should().Equal(
            (FindingSeverity.Error, "zone"),
            (FindingSeverity.Warning, "weekly.monday[1]"),
            (FindingSeverity.Error, "holidayRegion"),
            (FindingSeverity.Error, "overrides[2026-12-24]"),
            (FindingSeverity.Error, "breaks[0]"));
        BusinessCalendar.Validate(definition)[0].Message.Should().Contain("Did you mean Europe/Berlin");
        BusinessCalendar.Validate(definition)[2].Message.Should().Contain("Did you mean DE-HB or DE-HE or DE-HH?");
    }

    [Fact]
    public void Validate_OfACalendarThatNeverOpens_IsAnError()
        => BusinessCalendar.Validate(new() { Id = new("x"), Zone = "UTC" }).Should().ContainSingle(f => f.Path == "weekly" && f.Severity == FindingSeverity.Error);
}
