using NodaTime;
using SocialOps.Time;

namespace SocialOps.Content;

/// <summary>When something may be published: planned at <paramref name="PublishAt"/>, approved for [<paramref name="NotBefore"/>, <paramref name="NotAfter"/>]. It is in no hash: moving the plan inside the approved window voids no approval.</summary>
/// <param name="PublishAt">The planned instant.</param>
/// <param name="NotBefore">The first instant allowed.</param>
/// <param name="NotAfter">The last instant allowed.</param>
public sealed record PublishWindow(Instant PublishAt, Instant NotBefore, Instant NotAfter)
{
    /// <summary>The local time that was meant, where the window was made from one: should the zone's rules change, the plan follows it (reliability F6).</summary>
    public LocalPlan? Local { get; init; }

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
        return new(at, at - earlier, at + later) { Local = new(local, zone.Id, at, TimeZones.TzdbVersion) };
    }

    /// <summary>The window by today's time zone data, or <see langword="null"/> where nothing changes: no local time was meant, it was moved since, its zone is not known any more, or it means the same instant.
    /// The approved window stays where the new instant lies in it, and moves along where it does not.</summary>
    internal PublishWindow? ResolveAgain()
    {
        if (Local is not { } plan || plan.Resolved != PublishAt || TimeZones.Find(plan.Zone) is not { } zone || TimeZones.Resolve(plan.Local, zone) is var at && at == PublishAt)
        {
            return null;
        }

        var moved = Contains(at) ? this : this with { NotBefore = NotBefore + (at - PublishAt), NotAfter = NotAfter + (at - PublishAt) };
        return moved with { PublishAt = at, Local = plan with { Resolved = at, Tzdb = TimeZones.TzdbVersion } };
    }
}

/// <summary>The local time that a plan means. Immutable.</summary>
/// <param name="Local">The local time.</param>
/// <param name="Zone">The IANA zone in which it is read.</param>
/// <param name="Resolved">The instant that it meant.</param>
/// <param name="Tzdb">The version of the time zone data by which it did, e.g. <c>2026a</c>.</param>
public sealed record LocalPlan(LocalDateTime Local, string Zone, Instant Resolved, string Tzdb);
