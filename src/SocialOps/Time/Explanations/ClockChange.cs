using NodaTime;
using NodaTime.TimeZones;

namespace SocialOps.Time;

/// <summary>A change of the wall clock between a start and its deadline.</summary>
/// <param name="At">The instant.</param>
/// <param name="Before">The wall clock's reading up to the change.</param>
/// <param name="After">Its reading from the change on.</param>
public sealed record ClockChange(Instant At, LocalDateTime Before, LocalDateTime After)
{
    /// <summary>The changes in [from, to) in a zone.</summary>
    internal static IReadOnlyList<ClockChange> Between(Instant from, Instant to, DateTimeZone zone)
        => from >= to ? [] : [.. zone.GetZoneIntervals(new Interval(from, to), ZoneEqualityComparer.Options.OnlyMatchWallOffset)
            .Skip(1)
            .Select(z => new ClockChange(z.Start, z.Start.WithOffset(zone.GetUtcOffset(z.Start - Duration.Epsilon)).LocalDateTime, z.IsoLocalStart))];
}
