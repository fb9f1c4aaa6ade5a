namespace SocialOps.Time;

/// <summary>From when a changed target counts.</summary>
public enum TargetAnchor
{
    /// <summary>From the clock's start: what was consumed stays consumed.</summary>
    Start,

    /// <summary>From the change: the clock begins anew.</summary>
    Change,
}
