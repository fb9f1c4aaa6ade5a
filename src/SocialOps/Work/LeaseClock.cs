using NodaTime;

namespace SocialOps.Work;

/// <summary>
/// The time of leases in a store that one process owns: it starts at the wall clock and then only follows the monotonic one, so that a jump of the wall
/// clock ends no lease early and keeps none. Thread-safe.
/// </summary>
/// <param name="time">The host's one source of time.</param>
public sealed class LeaseClock(TimeProvider time)
{
    private readonly long _startedAt = time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000;
    private readonly long _start = time.GetTimestamp();

    /// <summary>Now, as whole microseconds since 1970-01-01T00:00Z.</summary>
    public long Now => _startedAt + (long)time.GetElapsedTime(_start).TotalMicroseconds;

    /// <summary>The end of a lease that begins now, as whole microseconds since 1970-01-01T00:00Z.</summary>
    /// <param name="length">How long the lease lasts.</param>
    public long After(Duration length) => Now + (length.BclCompatibleTicks / TimeSpan.TicksPerMicrosecond);
}
