namespace SocialOps.OnCall;

/// <summary>Why nobody is on duty. Where several hold, the one later in this list is told: the nearest to somebody being there.</summary>
public enum CoverageGapCause
{
    /// <summary>The schedule has no layers.</summary>
    NoLayers,

    /// <summary>No layer is active at that time.</summary>
    OutsideWindows,

    /// <summary>The active layers have nobody who takes turns.</summary>
    NoParticipants,

    /// <summary>Whoever has the turn is unknown or has no contact method, and nobody stands in.</summary>
    Unreachable,

    /// <summary>Whoever has the turn does not qualify for the duty.</summary>
    NotQualified,

    /// <summary>Whoever has the turn is absent, and no deputy is there who qualifies.</summary>
    AbsentNoDeputy,

    /// <summary>An override or a plan took everybody off.</summary>
    Removed,

    /// <summary>An escalation policy names nobody.</summary>
    EscalationEmpty,

    /// <summary>Somebody is on duty, but fewer than were promised.</summary>
    TooFew,
}
