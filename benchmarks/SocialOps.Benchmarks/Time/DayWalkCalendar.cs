using NodaTime;
using SocialOps.Time;

namespace SocialOps.Benchmarks.Time;

/// <summary>Baseline: a plain walk over days with NodaTime, as everybody would write it.</summary>
internal sealed class DayWalkCalendar(CalendarDefinition definition)
{
    private readonly DateTimeZone _zone = TimeZones.Get(definition.Zone);
    private readonly HashSet<LocalDate> _holidays =
        [.. Enumerable.Range(2024, 8).SelectMany(y => PublicHolidays.In(definition.HolidayRegion!, y)).Select(h => h.On)];

    public Instant? Add(Instant start, Duration budget)
    {
        for (var date = start.InZone(_zone).Date; ; date = date.PlusDays(1))
        {
            if (_holidays.Contains(date) || !definition.Weekly.TryGetValue(date.DayOfWeek, out var windows))
            {
                continue;
            }

            foreach (var window in windows)
            {
                var opens = Instant.Max(start, TimeZones.Resolve(date + window.Opens, _zone));
                var closes = TimeZones.Resolve(date + window.Closes, _zone);
                if (closes <= opens)
                {
                    continue;
                }

                if (closes - opens >= budget)
                {
                    return opens + budget;
                }

                budget -= closes - opens;
            }
        }
    }
}
