using NodaTime;

namespace SocialOps.Definitions;

/// <summary>How long an agreement runs, and what it may cost (requirement 4.15); days in the zone of the client's schedule, both included.</summary>
/// <param name="FirstOn">The first day.</param>
/// <param name="LastOn">The last day, not before the first.</param>
/// <param name="Budget">What may be spent in it; <see langword="null"/> where nobody wrote it down.</param>
public sealed record AgreementTerm(LocalDate FirstOn, LocalDate LastOn, TermBudget? Budget = null);

/// <summary>A budget, as the agency's books have it; in the agency's currency.</summary>
/// <param name="Amount">What may be spent in the whole term, more than 0.</param>
/// <param name="Spent">What was spent, 0 or more.</param>
/// <param name="SpentUntilOn">The last day that <paramref name="Spent"/> counts; within the term.</param>
public sealed record TermBudget(decimal Amount, decimal Spent, LocalDate SpentUntilOn);
