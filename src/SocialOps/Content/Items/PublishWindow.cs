using NodaTime;
using SocialOps.Time;

namespace SocialOps.Content;

/// <summary>When something may be published: planned at <paramref name="PublishAt"/>, approved for [<paramref name="NotBefore"/>, <paramref name="NotAfter"/>]. It is in no hash: moving the plan inside the approved window voids no approval.</summary>
/// <param name="PublishAt">The planned instant.</param>
/// <param name="NotBefore">The first instant allowed.</param>
/// <param name="NotAfter">The last instant allowed.</param>
public sealed record PublishWindow(Instant PublishAt, Instant NotBefore, Instant NotAfter)
{
    /// <summary>Whether an instant is allowed; both ends included.</summary>
    public bool Contains(Instant instant) => instant >= NotBefore && instant <= NotAfter;

    /// <summary>The window around a local time: a skipped one is the first instant after the gap, an ambiguous one the earlier instant.</summary>
    /// <param name="local">The planned local time.</param>
    /// <param name="zone">The zone it is read in.</param>
    /// <param name="earlier">How much earlier is allowed; not negative.</param>
    /// <param name="later">How much later is allowed; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance is negative.</exception>
    public static PublishWindow At(LocalDateTime local, DateTimeZone zone, Duration earlier, Duration later)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(later, Duration.Zero);
        var at = TimeZones.Resolve(local, zone);
        return new(at, at - earlier, at + later);
    }
}
