namespace SocialOps.Time;

/// <summary>When a budget that is used up exactly at closing is due.</summary>
public enum DeadlineBoundary
{
    /// <summary>At closing: the earliest instant at which the open time since the start equals the budget.</summary>
    EndOfInterval,

    /// <summary>At the next opening, as Zammad and RT count.</summary>
    NextOpening,
}
