namespace SocialOps.Channels;

/// <summary>The ids of networks.</summary>
public static class Networks
{
    /// <summary>The networks that have a profile of their own; any other runs on a generic one.</summary>
    public static IReadOnlyList<string> Known { get; } = ["facebook", "instagram", "x", "linkedin", "xing", "pinterest", "youtube", "mastodon", "bluesky"];

    /// <summary>The one id of a network, in lower case; <c>twitter</c> is <c>x</c>.</summary>
    /// <param name="network">The id or its alias.</param>
    public static string Canonical(string network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var lower = network.ToLowerInvariant();
        return lower == "twitter" ? "x" : lower;
    }
}
