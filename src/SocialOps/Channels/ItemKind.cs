namespace SocialOps.Channels;

/// <summary>What an inbound item is on its network.</summary>
public enum ItemKind
{
    /// <summary>A comment under a post.</summary>
    Comment,

    /// <summary>A post elsewhere that names the account.</summary>
    Mention,

    /// <summary>A private message.</summary>
    DirectMessage,

    /// <summary>A review.</summary>
    Review,

    /// <summary>A post of a visitor on the account's own page.</summary>
    VisitorPost,
}
