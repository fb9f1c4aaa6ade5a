namespace SocialOps.Channels;

/// <summary>Tells how a post fares. Reads only, so it may be asked again. Thread-safe.</summary>
public interface IMetricsSource : IChannelConnector
{
    /// <summary>The post's numbers now.</summary>
    /// <param name="account">The account that speaks.</param>
    /// <param name="externalId">The network's id of the post.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The numbers; <see langword="null"/> when the post is not there (any more).</returns>
    ValueTask<PostMetrics?> ReadAsync(ChannelAccountId account, string externalId, CancellationToken cancellationToken = default);
}

/// <summary>A post's numbers; what a network does not tell is <see langword="null"/>.</summary>
/// <param name="Likes">Likes and other reactions.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Shares">Shares.</param>
/// <param name="Reach">People who saw it.</param>
public sealed record PostMetrics(long? Likes, long? Comments, long? Shares, long? Reach);
