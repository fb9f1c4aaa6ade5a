using SocialOps.Time;

namespace SocialOps.Tests.Time;

public sealed class HolidayFileTests
{
    [Fact]
    public void ReadICalendar_WholeDays_GivesEachDay()
        => Read("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY;LANGUAGE=de:Weihnachten\\, bei", " \\; uns", "END:VEVENT").Should().Equal(
            new Holiday(new(2026, 12, 24), "Weihnachten, bei; uns"), new Holiday(new(2026, 12, 25), "Weihnachten, bei; uns"), new Holiday(new(2026, 12, 26), "Weihnachten, bei; uns"));

    [Fact]
    public void ReadICalendar_Yearly_GivesEveryYearTo2100()
    {
        Read("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", "SUMMARY:Mai", "END:VEVENT")
            .Should().HaveCount(81).And.Contain(new Holiday(new(2100, 5, 1), "Mai"));
        Read("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY;UNTIL=20220430", "SUMMARY:Mai", "END:VEVENT").Should().HaveCount(2);
        Read("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY;COUNT=3;INTERVAL=2", "SUMMARY:Mai", "END:VEVENT").Select(h => h.On.Year).Should().Equal(2020, 2022, 2024);
        Read("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20200229", "RRULE:FREQ=YEARLY;COUNT=9", "SUMMARY:Leap", "END:VEVENT").Select(h => h.On.Year).Should().Equal(2020, 2024, 2028);
    }

    [Fact]
    public void ReadICalendar_Cancelled_IsNone()
        => Read("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20200501", "STATUS:CANCELLED", "END:VEVENT").Should().BeEmpty();

    [Fact]
    public void ReadICalendar_WhatItDoesNotRead_IsRefusedByNameAndLine()
    {
        var read = () => Read(
            "BEGIN:VEVENT", "DTSTART:20200501T090000Z", "SUMMARY:a", "END:VEVENT",
            "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=MONTHLY;BYDAY=1MO", "EXDATE;VALUE=DATE:20210501", "END:VEVENT",
            "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20200501", "DTEND;VALUE=DATE:20200401", "END:VEVENT",
            "BEGIN:VEVENT", "SUMMARY:b", "END:VEVENT");

        var findings = read.Should().Throw<InvalidDefinitionException>().Which.Findings;
        findings.Select(f => (f.Line, f.Path)).Should().Equal((4, "DTSTART"), (10, "EXDATE"), (9, "RRULE"), (9, "RRULE"), (14, "DTEND"), (16, "BEGIN"));
        findings.Select(f => f.Message).Should().Contain(m => m.Contains("BYDAY=1MO", StringComparison.Ordinal)).And.Contain(m => m.Contains("FREQ=MONTHLY", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadICalendar_AnotherText_IsRefused()
    {
        var read = () => HolidayFile.ReadICalendar("hello");

        read.Should().Throw<InvalidDefinitionException>().WithMessage("*BEGIN:VCALENDAR*");
    }

    private static IReadOnlyList<Holiday> Read(params string[] lines)
        => HolidayFile.ReadICalendar(string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", .. lines, "END:VCALENDAR", ""]));
}
