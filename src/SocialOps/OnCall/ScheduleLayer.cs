using NodaTime;

namespace SocialOps.OnCall;

/// <summary>One rotation of people, in some hours of the week.</summary>
public sealed record ScheduleLayer
{
    /// <summary>The layer's name, unique within the schedule.</summary>
    public required string Name { get; init; }

    /// <summary>Whose turn it is when.</summary>
    public required Rotation Rotation { get; init; }

    /// <summary>The hours of the week in which the layer is active; empty for always.</summary>
    public IReadOnlyList<TimeRestriction> Restrictions { get; init; } = [];

    /// <summary>Whether weaker layers are silent while this one names somebody.</summary>
    public LayerMode Mode { get; init; } = LayerMode.Exclusive;

    /// <summary>The first instant of the layer; <see langword="null"/> for always. It does not move the turns: those hang on the rotation's anchor, and the first turn may be cut.</summary>
    public Instant? EffectiveFrom { get; init; }

    /// <summary>The first instant after the layer's end; <see langword="null"/> for never.</summary>
    public Instant? EffectiveUntil { get; init; }
}
