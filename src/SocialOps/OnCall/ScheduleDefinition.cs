using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>Who is on duty when, as it is written down. Local times are in <see cref="Zone"/>, resolved as docs/concepts/on-call.md says. Immutable.</summary>
public sealed record ScheduleDefinition
{
    /// <summary>The schedule's id.</summary>
    public required ScheduleId Id { get; init; }

    /// <summary>An IANA time zone id.</summary>
    public required string Zone { get; init; }

    /// <summary>The layers, the strongest first.</summary>
    public IReadOnlyList<ScheduleLayer> Layers { get; init; } = [];

    /// <summary>Exceptions for single stretches of time.</summary>
    public IReadOnlyList<ShiftOverride> Overrides { get; init; } = [];

    /// <summary>Plans that stand instead of the layers for a while: Christmas, a fair, a campaign.</summary>
    public IReadOnlyList<TemporaryPlan> Plans { get; init; } = [];

    /// <summary>Swaps that people asked each other for; an accepted one acts as an override.</summary>
    public IReadOnlyList<ShiftSwapRequest> Swaps { get; init; } = [];

    /// <summary>The skills that cases of some categories ask for, beside what a requirement names itself.</summary>
    public IReadOnlyDictionary<Category, IReadOnlyList<SkillId>> CategorySkills { get; init; } = new Dictionary<Category, IReadOnlyList<SkillId>>();
}
