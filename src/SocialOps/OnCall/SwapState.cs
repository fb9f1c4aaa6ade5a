namespace SocialOps.OnCall;

/// <summary>How far a swap request has come.</summary>
public enum SwapState
{
    /// <summary>Asked; nothing has changed.</summary>
    Open,

    /// <summary>Accepted: it acts.</summary>
    Accepted,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Taken back.</summary>
    Withdrawn,
}
