using NodaTime;
using SocialOps.Time;

namespace SocialOps.Tests.Time;

/// <summary>
/// The oracle: says for a single instant whether a definition is open, by asking every window, holiday, override and break about it; and steps through all the instants at which that can
/// change. Shares no code with the calendars but the rule for local times.
/// </summary>
internal sealed class NaiveCalendar
{
    private readonly List<Interval> _open = [];

    public NaiveCalendar(CalendarDefinition definition, DateTimeZone zone, Instant from, Instant to)
    {
        var first = from.InZone(zone).Date.PlusDays(-3);
        var dates = Enumerable.Range(0, Period.DaysBetween(first, to.InZone(zone).Date) + 6).Select(first.PlusDays).ToList();
        var holidays = dates
            .Where(d => definition.Holidays.Any(h => h.On == d) || (definition.HolidayRegion is { } region && PublicHolidays.In(region, d.Year).Any(h => h.On == d)))
            .Select(d => Map(zone, d.AtMidnight(), d.PlusDays(1).AtMidnight())).ToList();
        var weekly = dates.Where(d => definition.Overrides.All(o => o.On != d))
            .SelectMany(d => definition.Weekly.GetValueOrDefault(d.DayOfWeek, []).Select(w => Map(zone, d, w))).ToList();
        var overrides = definition.Overrides.Where(o => dates.Contains(o.On)).SelectMany(o => o.Windows.Select(w => Map(zone, o.On, w))).ToList();
        var breaks = definition.Breaks.Select(b => Map(zone, b.From, b.To)).ToList();

        var steps = weekly.Concat(overrides).Concat(holidays).Concat(breaks).SelectMany(i => new[] { i.Start, i.End })
            .Concat(zone.GetZoneIntervals(from - Duration.FromDays(1), to).Where(z => z.HasStart).Select(z => z.Start))
            .Append(from).Append(to).Where(t => t >= from && t <= to).Distinct().Order().ToList();
        for (var i = 1; i < steps.Count; i++)
        {
            var at = steps[i - 1];
            var isOpen = ((weekly.Any(w => Holds(w, at)) && !holidays.Any(h => Holds(h, at))) || overrides.Any(o => Holds(o, at))) && !breaks.Any(b => Holds(b, at));
            if (isOpen && _open.Count > 0 && _open[^1].End == at)
            {
                _open[^1] = new(_open[^1].Start, steps[i]);
            }
            else if (isOpen)
            {
                _open.Add(new(at, steps[i]));
            }
        }
    }

    public IReadOnlyList<Interval> Open => _open;

    public bool IsOpen(Instant at) => _open.Any(i => Holds(i, at));

    public Duration Between(Instant from, Instant to)
        => _open.Aggregate(Duration.Zero, (sum, i) => sum + Duration.Max(Duration.Zero, Instant.Min(i.End, to) - Instant.Max(i.Start, from)));

    public Instant? Add(Instant start, Duration budget)
    {
        foreach (var interval in _open.Where(i => i.End > start))
        {
            var from = Instant.Max(interval.Start, start);
            if (interval.End - from >= budget)
            {
                return from + budget;
            }

            budget -= interval.End - from;
        }

        return null;
    }

    private static bool Holds(Interval interval, Instant at) => interval.Start <= at && at < interval.End;

    private static Interval Map(DateTimeZone zone, LocalDate date, OpeningWindow window)
        => Map(zone, date + window.Opens, (window.Closes > window.Opens ? date : date.PlusDays(1)) + window.Closes);

    private static Interval Map(DateTimeZone zone, LocalDateTime from, LocalDateTime to)
        => new(TimeZones.Resolve(from, zone), Instant.Max(TimeZones.Resolve(from, zone), TimeZones.Resolve(to, zone)));
}
