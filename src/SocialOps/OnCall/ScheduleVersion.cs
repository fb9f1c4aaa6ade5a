using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>What was written down about a schedule at one time.</summary>
/// <param name="EffectiveFrom">The first instant it answers for.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="Definition">The schedule.</param>
/// <param name="People">The people as they were known then.</param>
public sealed record ScheduleVersion(Instant EffectiveFrom, Instant RecordedAt, ScheduleDefinition Definition, IReadOnlyDictionary<PersonId, PersonDefinition> People);
