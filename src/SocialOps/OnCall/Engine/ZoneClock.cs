using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.TimeZones;

namespace SocialOps.OnCall.Engine;

/// <summary>A zone as a table of stretches in which local time runs with instants (or stands still). Thread-safe; built once per zone.</summary>
internal sealed class ZoneClock
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;
    private static readonly ConditionalWeakTable<DateTimeZone, ZoneClock> Clocks = [];
    private static readonly Instant First = Instant.FromUtc(FirstYear, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(LastYear, 1, 1, 0, 0);

    private readonly DateTimeZone zone;
    private readonly long[] starts;
    private readonly LocalMoment[] moments;

    private ZoneClock(DateTimeZone zone)
    {
        this.zone = zone;
        var (from, rows) = (new List<long>(), new List<LocalMoment>());
        var frozen = long.MinValue;
        foreach (var interval in zone.GetZoneIntervals(First, Last))
        {
            var start = interval.HasStart ? Ticks.Of(interval.Start) : long.MinValue;
            var end = End(interval);
            var offset = interval.WallOffset.Ticks;
            var thaw = Math.Min(frozen == long.MinValue ? start : Math.Max(start, frozen + 1 - offset), end);
            if (thaw > start)
            {
                from.Add(start);
                rows.Add(new(frozen, offset, thaw, true));
            }

            if (thaw < end)
            {
                from.Add(thaw);
                rows.Add(new(0, offset, end, false));
                frozen = end == long.MaxValue ? frozen : end + offset - 1;
            }
        }

        (starts, moments) = ([.. from], [.. rows]);
    }

    internal string Id => zone.Id;

    internal DateTimeZone Zone => zone;

    internal static ZoneClock Of(DateTimeZone zone) => Clocks.GetValue(zone, static z => new ZoneClock(z));

    internal LocalMoment At(long instant)
    {
        var row = Ticks.CountUpTo(starts, instant) - 1;
        if (row < 0 || (instant >= moments[^1].Until && moments[^1].Until != long.MaxValue))
        {
            return Compute(instant);
        }

        ref readonly var moment = ref moments[row];
        return moment.IsFrozen ? moment : moment with { Local = instant + moment.Offset };
    }

    /// <summary>Outside the table: the same from the zone itself.</summary>
    private LocalMoment Compute(long instant)
    {
        var interval = zone.GetZoneInterval(Ticks.ToInstant(instant));
        var offset = interval.WallOffset.Ticks;
        if (interval.HasStart && interval.Start > Instant.FromUtc(1, 1, 2, 0, 0))
        {
            var before = zone.GetZoneInterval(interval.Start - Duration.Epsilon);
            var frozen = Ticks.Of(interval.Start) + before.WallOffset.Ticks - 1;
            if (instant + offset <= frozen)
            {
                return new(frozen, offset, frozen + 1 - offset, true);
            }
        }

        return new(instant + offset, offset, End(interval), false);
    }

    private static long End(ZoneInterval interval) => interval.HasEnd ? Ticks.Of(interval.End) : long.MaxValue;
}
