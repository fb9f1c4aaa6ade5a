using System.Text.Json.Serialization;
using NodaTime;

namespace SocialOps.Time;

/// <summary>Something that happened to a running clock.</summary>
/// <param name="At">When.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(TargetChanged), "targetChanged")]
[JsonDerivedType(typeof(Stopped), "stopped")]
public abstract record ClockEvent(Instant At)
{
    /// <summary>Somebody else has to move.</summary>
    /// <param name="At">When.</param>
    public sealed record Paused(Instant At) : ClockEvent(At);

    /// <summary>It is our turn again.</summary>
    /// <param name="At">When.</param>
    public sealed record Resumed(Instant At) : ClockEvent(At);

    /// <summary>The package, the policy or the priority changed.</summary>
    /// <param name="At">When.</param>
    /// <param name="Target">The target from now on.</param>
    /// <param name="Anchor">From when it counts.</param>
    public sealed record TargetChanged(Instant At, ResponseTarget Target, TargetAnchor Anchor = TargetAnchor.Start) : ClockEvent(At);

    /// <summary>What the clock waited for happened: acknowledged, acted, reached, settled.</summary>
    /// <param name="At">When.</param>
    public sealed record Stopped(Instant At) : ClockEvent(At);
}
