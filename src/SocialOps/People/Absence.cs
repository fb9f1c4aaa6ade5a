using NodaTime;

namespace SocialOps.People;

/// <summary>An absence of full days, in the person's own zone: from the start of <paramref name="FirstOn"/> to the start of the day after <paramref name="LastOn"/>, half-open.</summary>
/// <param name="FirstOn">The first day away.</param>
/// <param name="LastOn">The last day away, inclusive.</param>
/// <param name="Deputy">Who stands in for this absence; without one the standing deputies do.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record Absence(LocalDate FirstOn, LocalDate LastOn, PersonId? Deputy = null, string? Reason = null)
{
    /// <summary>Whether it is approved. One that is only requested takes nobody off duty; its hours count as at risk.</summary>
    public AbsenceState State { get; init; } = AbsenceState.Approved;

    /// <summary>Who stands in for single clients; they come before <see cref="Deputy"/>.</summary>
    public IReadOnlyDictionary<ClientId, PersonId> ClientDeputies { get; init; } = new Dictionary<ClientId, PersonId>();
}
