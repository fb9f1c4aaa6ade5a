using NodaTime;

namespace SocialOps.People;

/// <summary>An absence between two instants, half-open [from, until).</summary>
/// <param name="From">The first instant away.</param>
/// <param name="Until">The first instant back; after <paramref name="From"/>.</param>
/// <param name="Deputy">Who stands in for this absence; without one the standing deputies do.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record TimedAbsence(Instant From, Instant Until, PersonId? Deputy = null, string? Reason = null)
{
    /// <summary>Whether it is approved. One that is only requested takes nobody off duty; its hours count as at risk.</summary>
    public AbsenceState State { get; init; } = AbsenceState.Approved;
}
