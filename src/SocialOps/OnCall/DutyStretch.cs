using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>One person's duty without a break and from one source, half-open [from, to).</summary>
/// <param name="Person">Who.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record DutyStretch(PersonId Person, Instant From, Instant To, DutySource Source);
