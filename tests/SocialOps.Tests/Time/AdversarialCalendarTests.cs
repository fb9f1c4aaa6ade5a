using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed class AdversarialCalendarTests
{
    private static readonly Instant Now = Utc("2026-01-01T00:00:00Z");

    [Fact]
    public void Add_OneMinuteAWeek_FindsItYearsAhead()
    {
        var calendar = Definition("Europe/Berlin", [IsoDayOfWeek.Wednesday], "12:00-12:01").Compile();

        calendar.Add(At("2026-01-01T00:00"), Duration.FromMinutes(1000)).Should().Be(At("2045-03-01T12:01"));
        calendar.Add(Now, Duration.FromMinutes(1044)).Should().BeNull("that is more than 20 years");
        calendar.Subtract(Now, Duration.FromMinutes(1)).Should().Be(At("2025-12-31T12:00"));
    }

    [Fact]
    public void Add_WhereEveryDayIsAHoliday_IsNever()
    {
        var holidays = Enumerable.Range(0, 24 * 366).Select(d => new Holiday(new LocalDate(2025, 12, 1).PlusDays(d), "closed")).ToList();
        var calendar = (Office with { Holidays = holidays }).Compile();

        calendar.Add(Now, Duration.FromMinutes(1)).Should().BeNull();
        calendar.NextOpening(Now).Should().BeNull();
        calendar.Explain(Now, Duration.FromMinutes(1)).ToString().Should().StartWith("No deadline");
    }

    [Fact]
    public void Add_TenThousandBreaksInAWeek_IsExact()
    {
        var breaks = Enumerable.Range(0, 10_000).Select(i => new CalendarBreak(new LocalDateTime(2026, 3, 2, 0, 0).PlusMinutes(i), new LocalDateTime(2026, 3, 2, 0, 0, 30).PlusMinutes(i))).ToList();
        var calendar = (Definition("UTC", EveryDay, "00:00-24:00") with { Breaks = breaks }).Compile();
        var start = Utc("2026-03-02T00:00:00Z");

        calendar.Between(start, start + Duration.FromMinutes(10_000)).Should().Be(Duration.FromSeconds(300_000));
        for (var i = 1; i < 10_000; i += 7)
        {
            calendar.Add(start, Duration.FromSeconds(30 * i)).Should().Be(start + Duration.FromMinutes(i));
            calendar.IsOpen(start + Duration.FromSeconds((60 * i) + 29)).Should().BeFalse();
            calendar.IsOpen(start + Duration.FromSeconds((60 * i) + 30)).Should().BeTrue();
        }
    }

    [Fact]
    public void OpenFrom_HoursThatTouchAtMidnightEveryDay_IsOneInterval()
    {
        var calendar = Definition("Europe/Berlin", EveryDay, "00:00-12:00", "12:00-24:00").Compile();

        calendar.OpenFrom(Now).Should().ContainSingle().Which.Duration.Should().BeGreaterThanOrEqualTo(Duration.FromDays(7305));
        calendar.NextClosing(Now).Should().BeNull();
        calendar.Add(Now, Duration.FromHours(24), DeadlineBoundary.NextOpening).Should().Be(Now + Duration.FromHours(24));
    }

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-29", "2012-01-01", 48)]
    [InlineData("America/Sao_Paulo", "2018-11-03", "2018-11-06", 71)]
    [InlineData("America/Sao_Paulo", "2018-02-17", "2018-02-19", 49)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-06", 24.5)]
    [InlineData("Antarctica/Troll", "2026-03-29", "2026-03-30", 22)]
    public void Between_AroundTheClock_CountsTheDaysRealLength(string zone, string from, string to, double hours)
    {
        var calendar = Definition(zone, EveryDay, "00:00-24:00").Compile();

        calendar.Between(At(from + "T00:00", zone), At(to + "T00:00", zone)).Should().Be(Duration.FromHours(hours));
    }

    [Fact]
    public void Add_OverTheDayThatApiaSkipped_GoesOnTheDayAfter()
        => Definition("Pacific/Apia", EveryDay, "09:00-17:00").Compile()
            .Add(At("2011-12-29T16:00", "Pacific/Apia"), Duration.FromHours(2)).Should().Be(At("2011-12-31T10:00", "Pacific/Apia"));

    [Fact]
    public void Add_OverAHoliday_CutsTheNightShiftAtItsMidnights()
    {
        var calendar = (Definition("Europe/Berlin", EveryDay, "22:00-06:00") with { Holidays = [new(new(2026, 12, 25), "1. Weihnachtstag")] }).Compile();

        calendar.OpenFrom(At("2026-12-24T12:00")).Take(3).Should().Equal(
            new Interval(At("2026-12-24T22:00"), At("2026-12-25T00:00")),
            new Interval(At("2026-12-26T00:00"), At("2026-12-26T06:00")),
            new Interval(At("2026-12-26T22:00"), At("2026-12-27T06:00")));
    }

    [Fact]
    public void Add_OverrideOnAHoliday_TheOverrideWins()
    {
        var calendar = (Office with { HolidayRegion = "DE-HH", Overrides = [new(new(2026, 12, 25), [new(new(10, 0), new(12, 0))], "Notdienst")] }).Compile();

        calendar.Add(At("2026-12-24T18:00"), Duration.FromHours(1)).Should().Be(At("2026-12-25T11:00"));
        calendar.HolidayOn(new(2026, 12, 25), TextLanguage.German).Should().Be("1. Weihnachtstag");
    }

    [Fact]
    public void Members_OutsideTheRange_SayWhichYearsTheyAnswerFor()
    {
        var calendar = Office.Compile();

        calendar.Invoking(c => c.IsOpen(Utc("1799-12-31T23:59:59Z"))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*1800 to 2400*");
        calendar.Invoking(c => c.Add(Utc("2400-01-02T00:00:00Z"), Duration.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        calendar.Invoking(c => c.Add(Now, -Duration.FromTicks(1))).Should().Throw<ArgumentOutOfRangeException>();
        calendar.Add(Now, Duration.MaxValue).Should().BeNull();
        calendar.Subtract(Now, Duration.MaxValue).Should().BeNull();
        calendar.Add(BusinessCalendar.Range.End, Duration.FromTicks(1)).Should().BeNull();
        calendar.Subtract(BusinessCalendar.Range.Start, Duration.FromTicks(1)).Should().BeNull();
        calendar.PreviousClosing(BusinessCalendar.Range.Start).Should().BeNull();
        calendar.NextOpening(BusinessCalendar.Range.End).Should().BeNull();
    }

    [Fact]
    public void Openings_AtTheSeamOfTwoBlocks_AreNone()
    {
        var seam = Instant.FromUnixTimeTicks(63L << 48);
        var around = BusinessCalendar.AlwaysOpen(DateTimeZone.Utc);
        var night = Definition("UTC", EveryDay, "12:00-11:00").Compile();

        around.PreviousClosing(seam).Should().BeNull();
        around.NextOpening(seam - Duration.FromTicks(1)).Should().BeNull();
        night.IsOpen(seam).Should().BeTrue();
        night.PreviousOpening(seam).Should().Be(night.PreviousOpening(seam + Duration.FromTicks(1))).And.NotBe(seam);
        night.PreviousClosing(seam).Should().Be(night.PreviousClosing(seam + Duration.FromTicks(1))).And.NotBe(seam);
        night.NextClosing(seam - Duration.FromTicks(1)).Should().Be(night.NextClosing(seam)).And.NotBe(seam);
        night.OpenUntil(seam).First().End.Should().Be(seam);
    }

    [Fact]
    public void Answers_FromManyThreadsAtOnce_AreTheSame()
    {
        var alone = Office.Compile();
        var shared = Office.Compile();
        var starts = Enumerable.Range(0, 400).Select(i => Now + Duration.FromDays(i * 37 % 9000)).ToList();

        var together = starts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(s => shared.Add(s, Duration.FromHours(500))).ToList();

        together.Should().Equal(starts.Select(s => alone.Add(s, Duration.FromHours(500))));
    }
}
