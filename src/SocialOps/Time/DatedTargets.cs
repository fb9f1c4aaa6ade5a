using NodaTime;

namespace SocialOps.Time;

/// <summary>Deadlines that are a moment of the local clock rather than an amount of open time.</summary>
internal static class DatedTargets
{
    private static readonly Duration Horizon = Duration.FromDays(7305);

    /// <summary>The first such local time that leaves at least so much elapsed time.</summary>
    public static Instant? FirstTime(DateTimeZone zone, Instant start, LocalTime time, Duration atLeast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, Duration.Zero);
        if (atLeast > Horizon || start < BusinessCalendar.Range.Start || start > BusinessCalendar.Range.End)
        {
            return atLeast > Horizon ? null : throw new ArgumentOutOfRangeException(nameof(start), start, "Calendars answer for the years 1800 to 2400.");
        }

        var earliest = start + atLeast;
        for (var date = earliest.InZone(zone).Date; ; date = date.PlusDays(1))
        {
            var deadline = TimeZones.Resolve(date + time, zone);
            if (deadline >= earliest)
            {
                return deadline;
            }
        }
    }

    /// <summary>The same local time so many dates with open time later.</summary>
    public static Instant? DaysLater(BusinessCalendar calendar, Instant start, int days)
    {
        var local = start.InZone(calendar.Zone).LocalDateTime;
        for (var next = local.Date.PlusDays(1); ; next = next.PlusDays(1))
        {
            if (calendar.Add(TimeZones.Resolve(next.AtMidnight(), calendar.Zone), Duration.Zero) is not { } open || open - start > Horizon)
            {
                return null;
            }

            next = open.InZone(calendar.Zone).Date;
            if (--days == 0)
            {
                return TimeZones.Resolve(next + local.TimeOfDay, calendar.Zone);
            }
        }
    }
}
