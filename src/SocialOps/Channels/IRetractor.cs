namespace SocialOps.Channels;

/// <summary>Takes posts down. Taking down what is not there (any more) succeeds, so it may be repeated. Thread-safe.</summary>
public interface IRetractor : IChannelConnector
{
    /// <summary>Takes a post of ours down.</summary>
    /// <param name="account">The account that spoke.</param>
    /// <param name="externalId">The network's id of the post.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask RetractAsync(ChannelAccountId account, string externalId, CancellationToken cancellationToken = default);
}
