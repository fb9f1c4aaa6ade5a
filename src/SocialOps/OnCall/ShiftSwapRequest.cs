using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>Somebody asks another to take their shifts within a stretch of time, half-open [from, to), in the schedule's local time. Accepted, it acts as a <see cref="OverrideKind.Replace"/>.</summary>
/// <param name="Id">The request's id, unique among the schedule's overrides, plans and swaps.</param>
/// <param name="Requester">Whose shifts they are.</param>
/// <param name="Taker">Who takes them; <see langword="null"/> while anybody may.</param>
/// <param name="From">The first local time.</param>
/// <param name="To">The first local time after it.</param>
/// <param name="State">How far it has come.</param>
/// <param name="CreatedAt">When it was asked.</param>
public sealed record ShiftSwapRequest(string Id, PersonId Requester, PersonId? Taker, LocalDateTime From, LocalDateTime To, SwapState State, Instant? CreatedAt = null)
{
    /// <summary>The override that it acts as, or <see langword="null"/> while it is not accepted.</summary>
    public ShiftOverride? ToOverride()
        => State == SwapState.Accepted && Taker is { } taker
            ? new ShiftOverride(Id, OverrideKind.Replace, From, To, taker, Requester, "swap") { Priority = ShiftOverride.SwapPriority, CreatedAt = CreatedAt }
            : null;
}
