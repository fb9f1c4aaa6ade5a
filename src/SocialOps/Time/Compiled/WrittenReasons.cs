using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>Why written hours are closed: a break by its reason, an overridden date, a holiday by its name, a date without hours, a clock change, or simply outside the hours.</summary>
internal sealed class WrittenReasons(CalendarDefinition definition, DateTimeZone zone)
{
    private readonly HolidaySet _holidays = new(definition);
    private readonly List<ClosedSpan> _breaks =
        [.. definition.Breaks.Select(b => new ClosedSpan(Resolve(b.From, zone), Resolve(b.To, zone), PieceKind.Break, b.Reason, b.Reason)).OrderBy(b => b.Start)];

    /// <summary>The reasons in [from, to), which is wholly closed.</summary>
    public IEnumerable<ClosedSpan> Closed(long from, long to) => ClosedSpan.Join(Dates(from, to).SelectMany(WithBreaks));

    private IEnumerable<ClosedSpan> Dates(long from, long to)
    {
        var date = Ticks.ToInstant(from).InZone(zone).Date;
        while (from < to)
        {
            var end = Math.Min(to, Resolve(date.PlusDays(1).AtMidnight(), zone));
            if (from < end)
            {
                yield return ReasonOf(date) with { Start = from, End = end };
                from = end;
            }

            date = date.PlusDays(1);
        }
    }

    private IEnumerable<ClosedSpan> WithBreaks(ClosedSpan day)
    {
        var start = day.Start;
        foreach (var @break in _breaks)
        {
            if (@break.End <= start || @break.Start >= day.End)
            {
                continue;
            }

            if (start < @break.Start)
            {
                yield return day with { Start = start, End = @break.Start };
                start = @break.Start;
            }

            var end = Math.Min(@break.End, day.End);
            yield return @break with { Start = start, End = end };
            start = end;
        }

        if (start < day.End)
        {
            yield return day with { Start = start };
        }
    }

    private ClosedSpan ReasonOf(LocalDate date)
    {
        if (definition.Overrides.FirstOrDefault(o => o.On == date) is { } @override)
        {
            return new(0, 0, PieceKind.Override, @override.Reason, @override.Reason);
        }

        if (_holidays.NameOf(date, TextLanguage.English) is { } name)
        {
            return new(0, 0, PieceKind.Holiday, _holidays.NameOf(date, TextLanguage.German), name);
        }

        var windows = definition.Weekly.TryGetValue(date.DayOfWeek, out var written) ? written : [];
        return new(0, 0, windows.Count == 0 ? date.DayOfWeek >= IsoDayOfWeek.Saturday ? PieceKind.Weekend : PieceKind.ClosedDay
            : windows.All(w => IsSkipped(date, w)) ? PieceKind.ClockChange
            : PieceKind.OutsideHours);
    }

    private bool IsSkipped(LocalDate date, OpeningWindow window)
        => Resolve(date + window.Opens, zone) == Resolve((window.Closes <= window.Opens ? date.PlusDays(1) : date) + window.Closes, zone);

    private static long Resolve(LocalDateTime local, DateTimeZone zone) => TimeZones.Resolve(local, zone).ToUnixTimeTicks();
}
