namespace SocialOps.Channels;

/// <summary>What a network takes of one kind of media.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="MaxCount">The most files of it in one post.</param>
/// <param name="MaxBytes">The largest file, in bytes, inclusive; <see langword="null"/> where unknown.</param>
/// <param name="MimeTypes">What is taken, in lower case; empty for anything.</param>
/// <param name="AltText">Whether a description may, should or must be there.</param>
/// <param name="MaxAltText">The longest description.</param>
public sealed record MediaRule(MediaKind Kind, int MaxCount, long? MaxBytes, IReadOnlyList<string> MimeTypes, AltTextRule AltText = AltTextRule.Expected, TextLimit? MaxAltText = null);

/// <summary>Whether a description of media may, should or must be there.</summary>
public enum AltTextRule
{
    /// <summary>The network has no place for one.</summary>
    Unsupported,

    /// <summary>It can be left out; people who cannot see the picture miss it.</summary>
    Expected,

    /// <summary>The network refuses the post without.</summary>
    Required,
}
