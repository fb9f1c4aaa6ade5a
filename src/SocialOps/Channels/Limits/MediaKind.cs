namespace SocialOps.Channels;

/// <summary>What a media file is to a network.</summary>
public enum MediaKind
{
    /// <summary>A still picture.</summary>
    Image,

    /// <summary>An animated picture (GIF).</summary>
    Animation,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A document, e.g. a PDF.</summary>
    Document,
}
