using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>Who is there in a person's place, or why nobody is.</summary>
/// <param name="Person">The person or a deputy; <see langword="null"/> for nobody.</param>
/// <param name="Cause">Why nobody: absent without a deputy, unreachable, or not qualified.</param>
/// <param name="Hops">Whom was asked and why they were passed over, in order; empty when the person is there.</param>
public sealed record SubstitutionAnswer(PersonId? Person, CoverageGapCause? Cause, IReadOnlyList<ExplanationStep> Hops);
