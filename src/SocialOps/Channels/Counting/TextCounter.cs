namespace SocialOps.Channels;

/// <summary>How a network counts the length of a text.</summary>
public enum TextCounter
{
    /// <summary>UTF-16 code units, as JavaScript and .NET count.</summary>
    Utf16,

    /// <summary>Characters as people see them: extended grapheme clusters of UAX 29.</summary>
    Grapheme,

    /// <summary>X: twitter-text, configuration 3. Two for a character, one in the ranges of Latin to Hangul Jamo and of general punctuation, two for an emoji however long, 23 for a link.</summary>
    XWeighted,

    /// <summary>Mastodon: grapheme clusters, 23 for a link, and of a mention elsewhere (<c>@user@host</c>) only <c>@user</c>.</summary>
    MastodonFlatUrl,

    /// <summary>UTF-8 bytes.</summary>
    Bytes,
}
