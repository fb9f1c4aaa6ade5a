using NodaTime;
using SocialOps.People;

namespace SocialOps.Readiness;

/// <summary>Whether a client's agreement may go live, and what is missing.</summary>
/// <param name="Client">The client.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="Horizon">Up to when the coverage was proved; half-open.</param>
/// <param name="Results">Every check's result, in the order of <see cref="ReadinessCheck"/>; a check may have several.</param>
public sealed record ReadinessReport(ClientId Client, Instant At, Instant Horizon, IReadOnlyList<ReadinessResult> Results)
{
    /// <summary>Nothing fails.</summary>
    public bool IsReady => Results.All(r => r.Verdict != ReadinessVerdict.Failed);

    /// <summary>What fails.</summary>
    public IEnumerable<ReadinessResult> Failures => Results.Where(r => r.Verdict == ReadinessVerdict.Failed);

    /// <summary>A text for people.</summary>
    public override string ToString()
        => string.Join('\n', Results.Select(r => "  " + r).Prepend($"{Client}: {(IsReady ? "ready" : $"not ready, {Failures.Count()} check(s) fail")}, coverage proved to {Horizon}"));
}
