namespace SocialOps.Channels;

/// <summary>Changes posts that are there. Changing one to what it says already succeeds, so it may be repeated. Thread-safe.</summary>
public interface IEditor : IChannelConnector
{
    /// <summary>Makes a post of ours say exactly these bytes.</summary>
    /// <param name="request">What it is to say.</param>
    /// <param name="externalId">The network's id of the post.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask EditAsync(PublishRequest request, string externalId, CancellationToken cancellationToken = default);
}
