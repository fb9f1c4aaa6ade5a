using NodaTime;

namespace SocialOps.Storage;

/// <summary>Instants as stores keep them: whole microseconds since 1970-01-01T00:00Z. A due instant is rounded up and a present one down, so that nothing runs early.</summary>
public static class StoredInstant
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerSecond / 1_000_000;
    private static readonly long Last = Floor(Instant.MaxValue);

    /// <summary>The last whole microsecond at or before the instant.</summary>
    public static long Floor(Instant instant) => FloorOf(instant.ToUnixTimeTicks());

    /// <summary>The first whole microsecond at or after the instant; the last one there is for <see cref="Instant.MaxValue"/>.</summary>
    public static long Ceiling(Instant instant)
    {
        var floor = Floor(instant);
        return ToInstant(floor) < instant && floor < Last ? floor + 1 : floor;
    }

    /// <summary>The instant of a stored number.</summary>
    /// <param name="microseconds">Whole microseconds since 1970-01-01T00:00Z.</param>
    /// <exception cref="OverflowException">No instant is that far away; a number like that was not written by <see cref="Floor"/> or <see cref="Ceiling"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is before <see cref="Instant.MinValue"/> or after <see cref="Instant.MaxValue"/>.</exception>
    public static Instant ToInstant(long microseconds) => Instant.FromUnixTimeTicks(checked(microseconds * TicksPerMicrosecond));

    private static long FloorOf(long ticks) => (ticks / TicksPerMicrosecond) - (ticks % TicksPerMicrosecond < 0 ? 1 : 0);
}
