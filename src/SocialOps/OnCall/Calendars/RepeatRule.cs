using System.Globalization;
using NodaTime;

namespace SocialOps.OnCall.Calendars;

/// <summary>An RRULE: daily or weekly, with INTERVAL, BYDAY, COUNT, UNTIL; weeks begin on Monday unless WKST says Sunday.</summary>
internal sealed class RepeatRule
{
    private const int MostDays = 40_000;
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private bool isWeekly;
    private int interval = 1;
    private int? count;
    private Instant? until;
    private IsoDayOfWeek firstDay = IsoDayOfWeek.Monday;
    private HashSet<IsoDayOfWeek> days = [];

    internal static RepeatRule Parse(ContentLine line, CalendarTime start)
    {
        var rule = new RepeatRule();
        var parts = line.Value.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToList();
        if (!parts.Any(part => part[0] == "FREQ"))
        {
            throw new CalendarTextException(line, "The rule has no FREQ.");
        }

        foreach (var part in parts)
        {
            rule.Read(line, part[0], part.Length > 1 ? part[1] : string.Empty, start);
        }

        return rule;
    }

    /// <summary>Every begin before an instant, but for those of days long before: they are only counted.</summary>
    internal IEnumerable<CalendarTime> Starts(CalendarTime start, LocalDate earliest, Instant to)
    {
        var origin = isWeekly ? WeekOf(start.Local.Date) : start.Local.Date;
        for (var (day, found) = (0, 0); day < MostDays && (count is null || found < count); day++)
        {
            if (start.Local.Date.PlusDays(day) is var date && date < earliest)
            {
                found += IsOn(date, origin, start.Local.DayOfWeek) ? 1 : 0;
                continue;
            }

            var one = start with { Local = start.Local.PlusDays(day) };
            if (one.Instant >= to || one.Instant > until)
            {
                yield break;
            }

            if (IsOn(one.Local.Date, origin, start.Local.DayOfWeek))
            {
                found++;
                yield return one;
            }
        }
    }

    private bool IsOn(LocalDate day, LocalDate origin, IsoDayOfWeek startDay)
        => isWeekly
            ? NodaTime.Period.DaysBetween(origin, WeekOf(day)) / 7 % interval == 0 && (days.Count == 0 ? day.DayOfWeek == startDay : days.Contains(day.DayOfWeek))
            : NodaTime.Period.DaysBetween(origin, day) % interval == 0 && (days.Count == 0 || days.Contains(day.DayOfWeek));

    private LocalDate WeekOf(LocalDate day) => day.PlusDays(-(((int)day.DayOfWeek - (int)firstDay + 7) % 7));

    private void Read(ContentLine line, string name, string value, CalendarTime start)
    {
        switch (name)
        {
            case "FREQ" when value is "DAILY" or "WEEKLY":
                isWeekly = value == "WEEKLY";
                break;
            case "INTERVAL":
                interval = Number(line, name, value);
                break;
            case "COUNT":
                count = Number(line, name, value);
                break;
            case "UNTIL":
                var end = CalendarTime.Parse(line, value, start.Zone);
                until = end.IsDay && !start.IsDay ? (end with { Local = end.Local.PlusDays(1) }).Instant - Duration.Epsilon : end.Instant;
                break;
            case "BYDAY":
                days = [.. value.Split(',').Select(day => Array.IndexOf(Weekdays, day) is >= 0 and var i ? (IsoDayOfWeek)(i + 1) : throw Refuse(line, name, day))];
                break;
            case "WKST" when Array.IndexOf(Weekdays, value) is >= 0 and var first:
                firstDay = (IsoDayOfWeek)(first + 1);
                break;
            default:
                throw Refuse(line, name, value);
        }
    }

    private static int Number(ContentLine line, string name, string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Refuse(line, name, value);

    private static CalendarTextException Refuse(ContentLine line, string name, string value)
        => new(line, $"{name}={value} is not supported; FREQ=DAILY or WEEKLY with BYDAY (plain weekdays), INTERVAL, COUNT, UNTIL and WKST are.");
}
