using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Fairness;

/// <summary>Work that somebody on duty really did, half-open [from, to): it interrupts their rest. Standby without it counts as rest.</summary>
/// <param name="Person">Who.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
public sealed record Engagement(PersonId Person, Instant From, Instant To);
