using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>
/// An exception for one stretch of time, half-open [from, to), in the schedule's local time. Of several the stronger wins: one for a client before one for all, then the higher
/// <see cref="Priority"/>, then the later <see cref="CreatedAt"/>, then the id; the order in which they are written does not matter.
/// One whose person is absent, cannot be reached or does not qualify is passed over.
/// </summary>
/// <param name="Id">The override's id, unique within the schedule.</param>
/// <param name="Kind">What it does.</param>
/// <param name="From">The first local time.</param>
/// <param name="To">The first local time after it.</param>
/// <param name="Person">Who is on duty instead, joins, or is taken off; without one a <see cref="OverrideKind.Remove"/> takes everybody off.</param>
/// <param name="Replaces">Whom a <see cref="OverrideKind.Replace"/> stands in for.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record ShiftOverride(string Id, OverrideKind Kind, LocalDateTime From, LocalDateTime To, PersonId? Person = null, PersonId? Replaces = null, string? Reason = null)
{
    /// <summary>The priority of an accepted swap.</summary>
    public const int SwapPriority = 100;

    /// <summary>The priority of an override.</summary>
    public const int OverridePriority = 200;

    /// <summary>The priority of a temporary plan.</summary>
    public const int PlanPriority = 300;

    /// <summary>The higher wins; by default 200, between swaps (100) and temporary plans (300).</summary>
    public int Priority { get; init; } = OverridePriority;

    /// <summary>The client it is meant for; <see langword="null"/> for all. One for a client acts only on duties that name this client.</summary>
    public ClientId? Client { get; init; }

    /// <summary>When it was written; of two equal ones the later wins.</summary>
    public Instant? CreatedAt { get; init; }

    /// <summary>Which instant a skipped or repeated local time means; <see langword="null"/> for the library's rule with a warning.</summary>
    public LocalTimeChoice? LocalTimes { get; init; }
}
