using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>A zone's offset periods over a stretch of time, to resolve many local times fast. Gives what <see cref="TimeZones.Resolver"/> gives: the first instant at which the wall clock reads the local time or later.</summary>
internal sealed class ZoneOffsets
{
    private const long Margin = 4 * Ticks.Day;
    private readonly (long Start, long End, long Offset)[] _periods;

    public ZoneOffsets(DateTimeZone zone, long from, long to)
        => _periods = [.. zone.GetZoneIntervals(Ticks.ToInstant(from - Margin), Ticks.ToInstant(to + Margin)).Select(z => (
            z.HasStart ? z.Start.ToUnixTimeTicks() : -Ticks.Never,
            z.HasEnd ? z.End.ToUnixTimeTicks() : Ticks.Never,
            z.WallOffset.Ticks))];

    public long Resolve(long local)
    {
        foreach (var (start, end, offset) in _periods)
        {
            if (local - offset < end)
            {
                return Math.Max(start, local - offset);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(local), local, "The local time lies outside the stretch.");
    }
}
