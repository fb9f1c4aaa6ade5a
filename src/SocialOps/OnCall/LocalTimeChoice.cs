namespace SocialOps.OnCall;

/// <summary>Which instant is meant by a local time that a person typed and that the clocks skip or repeat.</summary>
public enum LocalTimeChoice
{
    /// <summary>Of a repeated time the earlier instant; of a skipped one the first instant after the gap.</summary>
    Earlier,

    /// <summary>Of a repeated time the later instant; of a skipped one the time shifted forward by the gap.</summary>
    Later,

    /// <summary>Such a time is an error.</summary>
    Reject,
}
