using NodaTime;
using SocialOps.Time;

namespace SocialOps.Inbox;

/// <summary>One promise that is being kept or broken. A reaction at the deadline is in time; the breach is one microsecond later.</summary>
/// <param name="Kind">Which promise.</param>
/// <param name="Sequence">The number of the row that watches it.</param>
/// <param name="StartedAt">Since when it runs.</param>
/// <param name="DueAt">Its deadline; while it is paused, the one it had when the pause began.</param>
/// <param name="State">Where it stands.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Measured">The measured time of a clock that can pause, with its pauses; <see langword="null"/> for the others.</param>
public sealed record CaseClock(ClockKind Kind, long Sequence, Instant StartedAt, Instant DueAt, ClockState State, Instant? EndedAt = null, ResponseClock? Measured = null)
{
    /// <summary>It has not ended.</summary>
    public bool IsOpen => State is ClockState.Running or ClockState.Paused or ClockState.Breached;
}

/// <summary>The promises of a service level.</summary>
public enum ClockKind
{
    /// <summary>Until the author has seen a first reaction, or a person decided that none is due.</summary>
    Acknowledge,

    /// <summary>Until the next action; starts when acknowledged, and again with each action.</summary>
    NextAction,

    /// <summary>Until the client has been reached.</summary>
    ClientContact,

    /// <summary>Until the matter is settled; pauses while we wait for the author.</summary>
    Resolve,
}

/// <summary>Where a clock stands.</summary>
public enum ClockState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It stands still: somebody else has to move.</summary>
    Paused,

    /// <summary>Its deadline has passed and it has not ended.</summary>
    Breached,

    /// <summary>It ended in time.</summary>
    Met,

    /// <summary>It ended after its deadline.</summary>
    Missed,

    /// <summary>The case ended first, or another clock took its place.</summary>
    Stopped,
}
