using NodaTime;

namespace SocialOps.People;

/// <summary>What a person said about being available, half-open [from, until): "in a meeting until three" (requirement 0.12).</summary>
/// <param name="Kind">What was said.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it; after <paramref name="From"/>.</param>
/// <param name="Note">Why, for people.</param>
public sealed record AvailabilityStatus(AvailabilityKind Kind, Instant From, Instant Until, string? Note = null)
{
    /// <summary>What holds at an instant: what was said, or available outside [from, until).</summary>
    public AvailabilityKind At(Instant at) => From <= at && at < Until ? Kind : AvailabilityKind.Available;
}
