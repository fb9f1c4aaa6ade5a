namespace SocialOps.Content;

/// <summary>What a variant becomes on its network.</summary>
public enum PostKind
{
    /// <summary>A post in the account's feed.</summary>
    Post,

    /// <summary>A story that goes by itself.</summary>
    Story,

    /// <summary>A short upright video.</summary>
    Reel,

    /// <summary>A video with a title or description of its own.</summary>
    Video,

    /// <summary>A comment or a message that answers something.</summary>
    Reply,
}
