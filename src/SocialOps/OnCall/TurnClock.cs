namespace SocialOps.OnCall;

/// <summary>How the length of a turn is counted.</summary>
public enum TurnClock
{
    /// <summary>On the wall clock: a handoff at 09:00 stays at 09:00. On the night that skips an hour an hourly turn may be empty, on the night that repeats one it may be doubled.</summary>
    WallClock,

    /// <summary>In elapsed time: every turn is equally long, and its local hour moves with the clocks. Not for months.</summary>
    Elapsed,
}
