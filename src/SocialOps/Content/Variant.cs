using SocialOps.Channels;
using SocialOps.Content.Canonical;

namespace SocialOps.Content;

/// <summary>
/// What one channel account is to say: exactly what is sent, and nothing else. Schedule, notes, tags and assignee stand on the item and never here, so every member counts in the hash.
/// Immutable. Variants of a <see cref="Revision"/> are normalised; reviewer, hash and connector see that same text.
/// </summary>
public sealed record Variant
{
    /// <summary>The account that speaks.</summary>
    public required ChannelAccountId Account { get; init; }

    /// <summary>What it becomes on the network.</summary>
    public PostKind Kind { get; init; }

    /// <summary>The text; may be empty where the network allows media alone.</summary>
    public required string Text { get; init; }

    /// <summary>The link that is attached, absolute; a link inside the text is part of the text.</summary>
    public string? Link { get; init; }

    /// <summary>The account's own first comment under the post.</summary>
    public string? FirstComment { get; init; }

    /// <summary>The media, in the order shown.</summary>
    public IReadOnlyList<MediaItem> Media { get; init; } = [];

    /// <summary>The poll.</summary>
    public Poll? Poll { get; init; }

    /// <summary>Who may see it, and whom it is meant for.</summary>
    public Audience Audience { get; init; } = Audience.Everyone;

    /// <summary>It is marked as paid partnership.</summary>
    public bool IsPaidPartnership { get; init; }

    /// <summary>The text's language, a BCP 47 tag such as <c>de</c> or <c>de-AT</c>; <see langword="null"/> where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The network's id of the item that it answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The canonical bytes: RFC 8785 JSON of all members, with the format's version. Equal content has equal bytes. The same in every release that knows the version.</summary>
    public byte[] ToCanonicalBytes() => VariantBytes.Of(this);

    /// <summary>The hash of the canonical bytes: what an approval is bound to, and what is compared again before sending.</summary>
    public ContentHash ComputeHash() => VariantBytes.HashOf(this);

    /// <summary>The variant as a revision keeps it: texts in NFC with LF and without trailing blanks, what no store can hold replaced by U+FFFD, sets sorted. Normalising twice changes nothing.</summary>
    /// <exception cref="ArgumentException">A text is longer than 64 KiB of UTF-8: no network takes it, and cutting it would change what was written.</exception>
    public Variant Normalised() => VariantNormaliser.Normalise(this);
}
