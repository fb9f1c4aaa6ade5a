using NodaTime;
using NodaTime.Text;

namespace SocialOps.OnCall.Calendars;

/// <summary>Reads one event with its repetitions.</summary>
internal static class EventReader
{
    /// <summary>A longer event is a mistake, and would leave the calendar.</summary>
    private const int MostDays = 10_000;

    private static readonly string[] Refused = ["RDATE", "RECURRENCE-ID", "EXRULE"];

    internal static IEnumerable<ImportedEvent> Read(IReadOnlyList<ContentLine> lines, DateTimeZone home, Instant from, Instant to)
    {
        if (lines.FirstOrDefault(line => Refused.Contains(line.Name)) is { } refused)
        {
            throw new CalendarTextException(refused, $"{refused.Name} is not supported; write the dates as events of their own.");
        }

        if (lines.Any(line => line is { Name: "STATUS", Value: "CANCELLED" }))
        {
            return [];
        }

        var begin = Find(lines, "DTSTART") ?? throw new CalendarTextException(lines[0], "The event has no DTSTART.");
        var start = CalendarTime.Parse(begin, begin.Value, home);
        var length = Length(lines, start, home);
        var (uid, summary) = (Find(lines, "UID")?.Text ?? string.Empty, Find(lines, "SUMMARY")?.Text ?? string.Empty);
        var skipped = lines.Where(line => line.Name == "EXDATE").SelectMany(line => line.Value.Split(',').Select(value => CalendarTime.Parse(line, value, home).Instant)).ToHashSet();
        var starts = Find(lines, "RRULE") is { } rule ? RepeatRule.Parse(rule, start).Starts(start, EarliestOf(from, length), to) : [start];
        return starts
            .Where(one => !skipped.Contains(one.Instant))
            .Select(one => Make(uid, summary, one, length))
            .Where(one => one.From < to && from < one.To)
            .ToList();
    }

    /// <summary>What begins before ends before the time of interest, in whatever zone.</summary>
    private static LocalDate EarliestOf(Instant from, (int Days, Duration Exact) length)
        => from.InUtc().Date.PlusDays(-3 - length.Days - (int)Math.Min(length.Exact.TotalDays, MostDays));

    private static ImportedEvent Make(string uid, string summary, CalendarTime start, (int Days, Duration Exact) length)
    {
        var end = start with { Local = start.Local.PlusDays(length.Days) };
        return start.IsDay
            ? new(uid, summary, start.Instant, end.Instant, start.Local.Date, end.Local.Date.PlusDays(-1))
            : new(uid, summary, start.Instant, end.Instant + length.Exact);
    }

    /// <summary>Days on the calendar, and exact time: of DTEND all is exact, of DURATION weeks and days are not (RFC 5545, 3.8.5.3).</summary>
    private static (int Days, Duration Exact) Length(IReadOnlyList<ContentLine> lines, CalendarTime start, DateTimeZone home)
    {
        if (Find(lines, "DTEND") is { } line)
        {
            var end = CalendarTime.Parse(line, line.Value, home);
            var length = start.IsDay ? (NodaTime.Period.DaysBetween(start.Local.Date, end.Local.Date), Duration.Zero) : (0, end.Instant - start.Instant);
            return length.Item1 > 0 || length.Item2 > Duration.Zero ? length : throw new CalendarTextException(line, "The event does not end after it begins.");
        }

        if (Find(lines, "DURATION") is not { } written)
        {
            return start.IsDay ? (1, Duration.Zero) : throw new CalendarTextException(lines[0], "The event has hours and neither DTEND nor DURATION.");
        }

        var parsed = PeriodPattern.NormalizingIso.Parse(written.Value.TrimStart('+'));
        return parsed is { Success: true, Value: { Years: 0, Months: 0, Days: <= MostDays, Hours: <= MostDays, Minutes: <= MostDays, Seconds: <= MostDays * 1000L } } && (parsed.Value.Days > 0 || parsed.Value.HasTimeComponent)
            ? (parsed.Value.Days, (parsed.Value - NodaTime.Period.FromDays(parsed.Value.Days)).ToDuration())
            : throw new CalendarTextException(written, $"'{written.Value}' is no length such as PT8H or P1D.");
    }

    private static ContentLine? Find(IEnumerable<ContentLine> lines, string name) => lines.FirstOrDefault(line => line.Name == name);
}
