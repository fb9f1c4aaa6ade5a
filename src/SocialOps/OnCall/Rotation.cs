using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>Turns in order, for ever and back to the beginning of time: boundary k lies at the anchor plus k turns, counted from the anchor in local time.</summary>
public sealed record Rotation
{
    /// <summary>Who takes turns, in order; empty where <see cref="Groups"/> take turns.</summary>
    public required IReadOnlyList<PersonId> Participants { get; init; }

    /// <summary>Groups that take turns, in order, each on duty together; instead of <see cref="Participants"/>.</summary>
    public IReadOnlyList<IReadOnlyList<PersonId>> Groups { get; init; } = [];

    /// <summary>The unit of a turn.</summary>
    public required RotationUnit Unit { get; init; }

    /// <summary>How many units a turn lasts, 1 or more.</summary>
    public int Length { get; init; } = 1;

    /// <summary>The lengths of one cycle of turns, in units, where they differ: 4 and 3 days. Empty for <see cref="Length"/> each.</summary>
    public IReadOnlyList<int> Lengths { get; init; } = [];

    /// <summary>When turn 0 begins, in the schedule's local time: the handoff's weekday and hour. A skipped local time is the first instant after the gap, a repeated one the earlier instant.</summary>
    public required LocalDateTime Anchor { get; init; }

    /// <summary>Whether a turn passes while the layer is inactive.</summary>
    public required TurnConsumption Consumption { get; init; }

    /// <summary>Whether turns are counted on the wall clock or in elapsed time.</summary>
    public TurnClock Clock { get; init; } = TurnClock.WallClock;
}
