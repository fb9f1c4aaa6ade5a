using NodaTime;
using SocialOps.Time;

namespace SocialOps.OnCall;

/// <summary>Hours of some weekdays, half-open, in local time; a window belongs to the day on which it opens.</summary>
/// <param name="Days">The weekdays; a weekday that is not named is never active.</param>
/// <param name="Window">The hours.</param>
public sealed record TimeRestriction(IReadOnlyList<IsoDayOfWeek> Days, OpeningWindow Window)
{
    /// <summary>In whose local time the hours lie.</summary>
    public RestrictionZone Zone { get; init; } = RestrictionZone.Schedule;
}
