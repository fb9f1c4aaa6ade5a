using NodaTime;

namespace SocialOps.Approvals;

/// <summary>Failures of one address, or of one request; kept in the store so that all machines count together.</summary>
/// <param name="Key">The hash of an address, or a request's id.</param>
/// <param name="Failures">When they happened, at most ten, the latest last.</param>
internal sealed record FailureCount(string Key, IReadOnlyList<Instant> Failures)
{
    public const int PerAddress = 10;
    public const int PerRequest = 5;

    /// <summary>Ten failures within the last minute lock an address until one of them is a minute old.</summary>
    public bool LocksAddress(Instant now) => Failures.Count(f => now - f < Duration.FromMinutes(1)) >= PerAddress;

    /// <summary>Five failures lock a request's tokens until new ones are issued.</summary>
    public bool LocksRequest() => Failures.Count >= PerRequest;

    public FailureCount Add(Instant now) => this with { Failures = [.. Failures.Append(now).TakeLast(PerAddress)] };
}
