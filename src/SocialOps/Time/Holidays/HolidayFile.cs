using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SocialOps.Time;

/// <summary>
/// Reads holidays from an iCalendar text (RFC 5545): each VEVENT that lasts whole days, with DTSTART;VALUE=DATE, DTEND or DURATION in days, SUMMARY, and a yearly RRULE. Everything else that
/// would move a date is refused by its name rather than guessed. Pure, independent of culture.
/// </summary>
public static class HolidayFile
{
    private const int MaxDays = 366;
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly string[] Refused = ["RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"];

    /// <summary>Reads the holidays, a yearly one for each year to 2100, in order of date.</summary>
    /// <param name="text">The file's text; lines may end in CR LF or LF.</param>
    /// <exception cref="InvalidDefinitionException">The text has errors; the exception holds all of them, each with its line.</exception>
    public static IReadOnlyList<Holiday> ReadICalendar(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new List<Finding>();
        var holidays = new List<Holiday>();
        var lines = ContentLine.Read(text).ToList();
        if (lines.Count == 0 || !lines[0].Is("BEGIN", "VCALENDAR"))
        {
            findings.Add(Finding.Error("", "This is not an iCalendar text: it does not begin with BEGIN:VCALENDAR.") with { Line = 1 });
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Is("BEGIN", "VEVENT"))
            {
                var end = lines.FindIndex(i, l => l.Is("END", "VEVENT"));
                if (end < 0)
                {
                    findings.Add(At(lines[i], "The event has no END:VEVENT."));
                    break;
                }

                ReadEvent(lines[(i + 1)..end], lines[i], holidays, findings);
                i = end;
            }
        }

        return findings.Count > 0 ? throw new InvalidDefinitionException(findings) : [.. holidays.OrderBy(h => h.On)];
    }

    private static void ReadEvent(List<ContentLine> lines, ContentLine begin, List<Holiday> holidays, List<Finding> findings)
    {
        if (lines.Any(l => l.Is("STATUS", "CANCELLED")))
        {
            return;
        }

        var before = findings.Count;
        findings.AddRange(lines.Where(l => Refused.Contains(l.Name)).Select(l => At(l, $"{l.Name} is not read. Give the holiday's dates as events of their own.")));
        var name = lines.Find(l => l.Name == "SUMMARY")?.Text ?? "";
        var start = lines.Find(l => l.Name == "DTSTART");
        if (start is null)
        {
            findings.Add(At(begin, "The event has no DTSTART."));
            return;
        }

        var first = DateOf(start, findings);
        var days = DaysOf(lines, first, findings);
        var (interval, last) = YearsOf(lines, first, findings);
        if (findings.Count > before || first is not { } date)
        {
            return;
        }

        for (var year = date.Year; year <= last; year += interval)
        {
            if (date is { Month: 2, Day: 29 } && !CalendarSystem.Iso.IsLeapYear(year))
            {
                continue;
            }

            holidays.AddRange(Enumerable.Range(0, days).Select(d => new Holiday(new LocalDate(year, date.Month, date.Day).PlusDays(d), name)));
        }
    }

    private static LocalDate? DateOf(ContentLine line, List<Finding> findings)
    {
        if (Date.Parse(line.Value) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        findings.Add(At(line, $"{line.Name} is '{line.Value}', not a whole day. Write {line.Name};VALUE=DATE:20261224."));
        return null;
    }

    private static int DaysOf(List<ContentLine> lines, LocalDate? first, List<Finding> findings)
    {
        var days = 1;
        if (lines.Find(l => l.Name is "DTEND" or "DURATION") is { } line)
        {
            if (line.Name == "DTEND")
            {
                days = DateOf(line, findings) is { } end && first is { } start ? Period.DaysBetween(start, end) : 1;
            }
            else
            {
                days = line.Value.StartsWith('P') && line.Value.EndsWith('D') && int.TryParse(line.Value[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            }

            // Some programs write DTEND on the day itself for one day.
            days = line.Name == "DTEND" && days == 0 ? 1 : days;
            if (days is < 1 or > MaxDays)
            {
                findings.Add(At(line, $"{line.Name} is '{line.Value}': a holiday lasts from 1 to {MaxDays} whole days."));
            }
        }

        return days;
    }

    /// <summary>Every how many years, and the last year.</summary>
    private static (int Interval, int Last) YearsOf(List<ContentLine> lines, LocalDate? first, List<Finding> findings)
    {
        if (lines.Find(l => l.Name == "RRULE") is not { } line || first is not { } date)
        {
            return (1, first?.Year ?? 0);
        }

        var (interval, last, isYearly) = (1, PublicHolidays.LastYear, false);
        int? count = null;
        foreach (var part in line.Value.Split(';'))
        {
            var (key, value) = part.Split('=', 2) is [var k, var v] ? (k.ToUpperInvariant(), v.ToUpperInvariant()) : (part, "");
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            var isRead = key switch
            {
                "FREQ" => isYearly = value == "YEARLY",
                "INTERVAL" => (interval = number) > 0,
                "COUNT" => (count = number) > 0,
                "UNTIL" => value.Length >= 8 && Date.Parse(value[..8]) is { Success: true } until
                    && (last = until.Value < new AnnualDate(date.Month, date.Day).InYear(until.Value.Year) ? until.Value.Year - 1 : until.Value.Year) > 0,
                "BYMONTH" => number == date.Month,
                "BYMONTHDAY" => number == date.Day,
                "WKST" => true,
                _ => false,
            };
            if (!isRead)
            {
                findings.Add(At(line, $"The repetition {part} is not read: only FREQ=YEARLY on the same day. Give the holiday's dates as events of their own."));
            }
        }

        if (!isYearly && !line.Value.Contains("FREQ=", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(At(line, "The repetition has no FREQ: only FREQ=YEARLY is read."));
        }

        return (Math.Max(1, interval), count is { } times ? (int)Math.Min(last, date.Year + ((long)interval * (times - 1))) : last);
    }

    private static Finding At(ContentLine line, string message) => Finding.Error(line.Name, message) with { Line = line.Number };
}
