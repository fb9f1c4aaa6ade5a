using NodaTime;

namespace SocialOps.OnCall;

/// <summary>Shifts that stand instead of the layers for a while, half-open [from, to), in the schedule's local time.</summary>
/// <param name="Id">The plan's id, unique among the schedule's overrides, plans and swaps.</param>
/// <param name="From">The first local time.</param>
/// <param name="To">The first local time after it.</param>
/// <param name="Shifts">Who is on duty; shifts may overlap, then all of them are.</param>
/// <param name="Holes">What holds where no shift lies.</param>
public sealed record TemporaryPlan(string Id, LocalDateTime From, LocalDateTime To, IReadOnlyList<PlannedShift> Shifts, PlanHoles Holes = PlanHoles.Layers)
{
    /// <summary>The higher wins; by default 300, above overrides (200) and swaps (100).</summary>
    public int Priority { get; init; } = ShiftOverride.PlanPriority;

    /// <summary>When it was written; of two equal ones the later wins.</summary>
    public Instant? CreatedAt { get; init; }
}
