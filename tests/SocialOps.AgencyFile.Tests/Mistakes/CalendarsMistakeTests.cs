namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in calendars: each with its line, its column and its whole text.</summary>
public sealed class CalendarsMistakeTests
{
    [Theory]
    [InlineData("mon-thu: 09:00-12:30, 13:30-18:00", "mon-thu: 09:00-12:30, 13:30-25:90",
        "(20,29): error: calendars[office].weekly[mon-thu]: '25:90' is not a closing time; write one within 24 hours after 13:30, e.g. 24:00 for midnight or 26:30 for half past two in the night.")]
    [InlineData("mon-thu: 09:00-12:30, 13:30-18:00", "mon-thu: 9-12",
        "(20,16): error: calendars[office].weekly[mon-thu]: '9-12' is not the hours of a day; write e.g. 09:00-18:00, or 09:00-12:30, 13:30-18:00, or all day.")]
    [InlineData("mon-thu: 09:00-12:30, 13:30-18:00", "mo-do: 09:00-12:00",
        "(20,7): error: calendars[office].weekly: 'mo-do' is not a weekday; write e.g. mon-fri, sat, sun or every day.")]
    [InlineData("mon-thu: 09:00-12:30, 13:30-18:00", "mon-fri: 09:00-12:30, 12:00-18:00",
        "(21,7): error: calendars[office].weekly: friday has hours in two lines; write all its hours in one.")]
    [InlineData("fri: 22:00-26:30", "fri: 22:00-48:30",
        "(21,12): error: calendars[office].weekly[fri]: '48:30' is not a closing time; write one within 24 hours after 22:00, e.g. 24:00 for midnight or 26:30 for half past two in the night.")]
    [InlineData("fri: 22:00-26:30", "fri:",
        "(21,7): error: calendars[office].weekly[fri]: nothing is written here; write e.g. 09:00-18:00, or 09:00-12:30, 13:30-18:00, or all day.")]
    [InlineData("2026-12-23: 09:00-12:00", "2026-13-23: 09:00-12:00",
        "(26,7): error: calendars[office].overrides[2026-13-23]: '2026-13-23' is not a date: there is no 2026-13-23; write an existing day and time.")]
    [InlineData("2026-12-23: 09:00-12:00", "2026-12-28: 09:00-12:00",
        "(27,7): error: calendars[office].overrides: '2026-12-28' stands here twice, first in line 26; keep one.")]
    [InlineData("2026-09-18 14:00 to 18:00", "2026-09-18 to 2026-09-19",
        "(28,13): error: calendars[office].breaks[0]: '2026-09-18 to 2026-09-19' is not a stretch of time; it has no times: write e.g. 2026-04-03 00:00 to 2026-04-06 24:00.")]
    public void Read_CalendarsWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
