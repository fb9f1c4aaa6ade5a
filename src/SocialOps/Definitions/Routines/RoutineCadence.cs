using NodaTime;
using SocialOps.Time;

namespace SocialOps.Definitions;

/// <summary>When a routine comes: from a day on, every so many days, weeks or months, at a local time. A month without the day has its last day; a time that a clock change skips is the first instant after the gap, one that comes twice the earlier.</summary>
/// <param name="From">The first day; of weeks it gives the weekday, of months the day.</param>
/// <param name="At">The local time.</param>
/// <param name="Zone">The IANA time zone.</param>
/// <param name="Unit">Days, weeks or months.</param>
/// <param name="Every">How many of them, at least 1.</param>
public sealed record RoutineCadence(LocalDate From, LocalTime At, string Zone, CadenceUnit Unit = CadenceUnit.Week, int Every = 1)
{
    /// <summary>The first time after an instant; computed from the first day, so nothing drifts.</summary>
    public Instant NextAfter(Instant after)
    {
        var zone = TimeZones.Get(Zone);
        var days = Period.DaysBetween(From, after.InZone(zone).Date);
        for (var turn = Math.Max(0, (days / (Every * DaysAtMost)) - 1); ; turn++)
        {
            var at = TimeZones.Resolve(DayOf(turn) + At, zone);
            if (at > after)
            {
                return at;
            }
        }
    }

    private int DaysAtMost => Unit switch
    {
        CadenceUnit.Day => 1,
        CadenceUnit.Week => 7,
        _ => 31,
    };

    private LocalDate DayOf(int turn) => Unit switch
    {
        CadenceUnit.Day => From.PlusDays(turn * Every),
        CadenceUnit.Week => From.PlusWeeks(turn * Every),
        _ => From.PlusMonths(turn * Every),
    };
}

/// <summary>What a cadence counts.</summary>
public enum CadenceUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,
}
