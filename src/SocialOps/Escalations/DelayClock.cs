namespace SocialOps.Escalations;

/// <summary>How a step's delay is counted.</summary>
public enum DelayClock
{
    /// <summary>In elapsed time.</summary>
    Elapsed,

    /// <summary>In open time of the promise that is at stake, where the caller gives its calendar; otherwise elapsed.</summary>
    OpenTime,
}
