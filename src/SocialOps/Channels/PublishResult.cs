using NodaTime;

namespace SocialOps.Channels;

/// <summary>What became of a request to send.</summary>
public abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <summary>It is there.</summary>
    /// <param name="ExternalId">The network's id of the post.</param>
    /// <param name="Url">Where people find it.</param>
    public sealed record Published(string ExternalId, string? Url = null) : PublishResult;

    /// <summary>It never left us: sending again is safe.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAfter">How long to wait, where the network says so.</param>
    public sealed record NotSent(string Reason, Duration? RetryAfter = null) : PublishResult;

    /// <summary>The network refused it: the same bytes will be refused again.</summary>
    /// <param name="Code">The network's code.</param>
    /// <param name="Reason">Why, for people.</param>
    public sealed record Rejected(string Code, string Reason) : PublishResult;

    /// <summary>It may be there or not. It is never sent again on that doubt.</summary>
    /// <param name="Evidence">What was seen.</param>
    public sealed record OutcomeUnknown(string Evidence) : PublishResult;
}
