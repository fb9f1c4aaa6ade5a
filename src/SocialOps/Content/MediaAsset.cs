using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Content;

/// <summary>What is known of a media file (requirement 0.3): who supplied it and under which rights. The file's bytes live with the host's media store, under their hash.</summary>
public sealed record MediaAsset
{
    /// <summary>The file.</summary>
    public required FileHash File { get; init; }

    /// <summary>What it is to a network.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>Its mime type in lower case, e.g. <c>image/jpeg</c>.</summary>
    public required string MimeType { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Its width in pixels, where known.</summary>
    public int? Width { get; init; }

    /// <summary>Its height in pixels, where known.</summary>
    public int? Height { get; init; }

    /// <summary>Who supplied it.</summary>
    public Recipient? Supplier { get; init; }

    /// <summary>Under which rights it may be shown: licence, consent of the people in it, until when.</summary>
    public string? RightsNote { get; init; }

    /// <summary>The request that it answers.</summary>
    public ContributionId? Contribution { get; init; }

    /// <summary>When it was added.</summary>
    public Instant AddedAt { get; init; }
}
