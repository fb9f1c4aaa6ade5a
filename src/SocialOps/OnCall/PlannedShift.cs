using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>One shift of a plan, half-open [from, to), in the schedule's local time.</summary>
/// <param name="From">The first local time.</param>
/// <param name="To">The first local time after it.</param>
/// <param name="Person">Who is on duty.</param>
public sealed record PlannedShift(LocalDateTime From, LocalDateTime To, PersonId Person);
