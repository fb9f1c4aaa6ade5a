using NodaTime;

namespace SocialOps.OnCall.Coverage;

/// <summary>What holds about promises over a stretch of time: exactly, for the schedule, the people and the tz database it was made with.</summary>
/// <param name="From">The first instant it speaks about.</param>
/// <param name="Horizon">The first instant it says nothing about.</param>
/// <param name="TimeZoneVersion">The tz database's version.</param>
/// <param name="Gaps">Every gap, ascending within each promise; none if the promises are kept.</param>
/// <param name="AtRisk">The gaps that would open if every requested absence were approved.</param>
public sealed record CoverageProof(Instant From, Instant Horizon, string TimeZoneVersion, IReadOnlyList<CoverageGap> Gaps, IReadOnlyList<CoverageGap> AtRisk)
{
    /// <summary>Every promised hour is covered.</summary>
    public bool IsProved => Gaps.Count == 0;

    /// <summary>How much promised time is not covered.</summary>
    public Duration Uncovered => Gaps.Aggregate(Duration.Zero, (sum, gap) => sum + (gap.To - gap.From));

    /// <summary>A text for people.</summary>
    public override string ToString()
        => IsProved
            ? $"Proved from {From} to {Horizon} (tz database {TimeZoneVersion}){(AtRisk.Count == 0 ? null : $", {AtRisk.Count} stretch(es) at risk")}"
            : string.Join('\n', Gaps.Select(gap => "  " + gap).Prepend($"Not covered from {From} to {Horizon} (tz database {TimeZoneVersion}): {Gaps.Count} gap(s)"));
}
