using NodaTime;

namespace SocialOps.OnCall.Engine;

/// <summary>The one unit inside: 100 ns since 1970, on the instants' line or on a local one. Every boundary lies on a whole tick, so flooring an instant keeps every comparison exact.</summary>
internal static class Ticks
{
    internal const long Week = 7 * NodaConstants.TicksPerDay;

    /// <summary>Monday, 5 January 1970, 00:00.</summary>
    internal const long FirstMonday = 4 * NodaConstants.TicksPerDay;

    internal static long Of(Instant instant) => instant.ToUnixTimeTicks();

    internal static long Of(LocalDateTime local) => local.InUtc().ToInstant().ToUnixTimeTicks();

    internal static Instant ToInstant(long ticks) => Instant.FromUnixTimeTicks(ticks);

    internal static LocalDateTime ToLocal(long ticks) => Instant.FromUnixTimeTicks(ticks).InUtc().LocalDateTime;

    internal static long FloorDiv(long value, long by)
    {
        var quotient = value / by;
        return value % by < 0 ? quotient - 1 : quotient;
    }

    internal static long FloorMod(long value, long by)
    {
        var rest = value % by;
        return rest < 0 ? rest + by : rest;
    }

    /// <summary>How many values are at or before the key; the values ascend.</summary>
    internal static int CountUpTo(ReadOnlySpan<long> values, long key)
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (values[middle] <= key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
