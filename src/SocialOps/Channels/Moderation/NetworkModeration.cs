using static SocialOps.Channels.ModerationAction;
using static SocialOps.Channels.ModerationAnswer;

namespace SocialOps.Channels;

/// <summary>What the networks let an account do to what others wrote below its posts: data, as the networks documented it in 2026. Pure and thread-safe.</summary>
public static class NetworkModeration
{
    private static readonly Possible Yes = new();

    /// <summary>Whether an account can do this on a network.</summary>
    /// <param name="network">The network's id or its alias.</param>
    /// <param name="action">What is to be done.</param>
    public static ModerationAnswer Ask(string network, ModerationAction action) => (Networks.Canonical(network), action) switch
    {
        ("facebook" or "instagram", Hide or Delete or Block) => Yes,
        ("youtube", Hide or Delete) => Yes,
        ("x", Hide) => new Possible("in the account's own conversations, 725 a conversation; behind a click it stays visible"),
        ("x", Delete) => new NotSupported("others' posts cannot be deleted there", Hide),
        ("bluesky", Hide) => new Possible("300 replies below a post"),
        ("bluesky", Delete) => new NotSupported("others' posts cannot be deleted there", Hide),
        ("mastodon", Hide) => new NotSupported("others' replies cannot be hidden there", Report),
        ("mastodon", Delete) => new NotSupported("others' posts cannot be deleted there", Report),
        ("linkedin", Hide) => new NotSupported("comments cannot be hidden there", Delete),
        ("linkedin", Delete) => Yes,
        ("x" or "bluesky" or "mastodon", Block or Report) => Yes,
        _ => new Unknown(),
    };
}
