namespace SocialOps.Channels;

/// <summary>One network: what its accounts can do. A connector implements the capability interfaces beside it, e.g. <see cref="IPublisher"/>.</summary>
public interface IChannelConnector
{
    /// <summary>The network's id, e.g. <c>mastodon</c>; <c>*</c> takes every network without a connector of its own.</summary>
    string Network { get; }
}

/// <summary>Sends. No retry handler may sit on the call: the library decides whether anything is ever sent again. Thread-safe.</summary>
public interface IPublisher : IChannelConnector
{
    /// <summary>What the network offers against sending twice.</summary>
    PublishCapabilities Capabilities { get; }

    /// <summary>Sends once. Returns a result in every case that it can foresee; an exception counts as <see cref="PublishResult.OutcomeUnknown"/>, and its message is not kept.</summary>
    ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);

    /// <summary>Looks whether this request's post is there.</summary>
    /// <returns>The post, or <see langword="null"/> when it is not there (now).</returns>
    ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default);

    /// <summary>How many posts of this request are there. The default looks for one; a connector that can count tells of second copies.</summary>
    async ValueTask<int> CountAsync(PublishRequest request, CancellationToken cancellationToken = default)
        => await LookUpAsync(request, cancellationToken).ConfigureAwait(false) is null ? 0 : 1;
}

/// <summary>What a network offers against sending twice.</summary>
/// <param name="Idempotency">Whether the network itself refuses a second post.</param>
/// <param name="Lookup">Whether a post can be found again.</param>
/// <param name="MaxLateAcceptance">How long after a request without an answer the post may still appear.</param>
public sealed record PublishCapabilities(PublishIdempotency Idempotency, PublishLookup Lookup, NodaTime.Duration MaxLateAcceptance);

/// <summary>Whether a network itself refuses a second post.</summary>
public enum PublishIdempotency
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It remembers a key of ours for a while.</summary>
    ClientKey,

    /// <summary>We choose the post's id.</summary>
    ClientChosenId,

    /// <summary>Create and publish are two calls, the second can be asked about.</summary>
    TwoPhase,
}

/// <summary>Whether a post can be found again.</summary>
public enum PublishLookup
{
    /// <summary>It cannot.</summary>
    None,

    /// <summary>By a marker of ours.</summary>
    ByMarker,

    /// <summary>Among the account's recent posts.</summary>
    ByRecent,
}

/// <summary>What is to be sent: exactly these bytes.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Account">The account that speaks.</param>
/// <param name="Network">The account's network.</param>
/// <param name="IdempotencyKey">The same for every attempt; 52 characters of base32.</param>
/// <param name="Text">The text, exactly.</param>
/// <param name="InReplyTo">The network's id of the item that this answers; <see langword="null"/> for a post of its own.</param>
public sealed record PublishRequest(TenantId Tenant, ChannelAccountId Account, string Network, string IdempotencyKey, string Text, string? InReplyTo)
{
    /// <summary>
    /// The canonical bytes of the content, RFC 8785 JSON: link, media, poll and audience stand there beside the text. Exactly these bytes were approved. Empty for a reply, which is its text.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
