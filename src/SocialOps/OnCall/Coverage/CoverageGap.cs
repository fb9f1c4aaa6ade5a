using NodaTime;

namespace SocialOps.OnCall.Coverage;

/// <summary>A stretch, half-open [from, to), in which a promise is not covered; the longest with one cause.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Demand">The promise's name.</param>
/// <param name="Cause">Why.</param>
/// <param name="OnDuty">How many are on duty.</param>
/// <param name="Needed">How many were promised.</param>
public sealed record CoverageGap(Instant From, Instant To, string Demand, CoverageGapCause Cause, int OnDuty, int Needed)
{
    /// <summary>One line for people, instants in UTC.</summary>
    public override string ToString() => $"{Demand}: {From} to {To}: {OnDuty} of {Needed} on duty ({Cause})";
}
