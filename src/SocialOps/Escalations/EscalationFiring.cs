using NodaTime;

namespace SocialOps.Escalations;

/// <summary>One firing of a run.</summary>
/// <param name="At">When.</param>
/// <param name="Transition">What it did.</param>
public sealed record EscalationFiring(Instant At, EscalationTransition Transition);
