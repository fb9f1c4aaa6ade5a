namespace SocialOps.Channels;

/// <summary>Hides, deletes, blocks and reports what others wrote. Doing it to what is so already, or is not there any more, succeeds, so it may be repeated. Thread-safe.</summary>
public interface IModerator : IChannelConnector
{
    /// <summary>Does it once. An exception means that nobody knows: it is asked again later.</summary>
    /// <param name="request">What is done to which item.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask ModerateAsync(ModerationRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What is done to an item of somebody else's.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Account">The account on which it stands, where known.</param>
/// <param name="Network">The account's network.</param>
/// <param name="Action">What is done.</param>
/// <param name="ExternalId">The network's id of the item.</param>
/// <param name="Author">Who wrote it: whom <see cref="ModerationAction.Block"/> keeps out.</param>
public sealed record ModerationRequest(TenantId Tenant, ChannelAccountId? Account, string Network, ModerationAction Action, string ExternalId, string Author);
