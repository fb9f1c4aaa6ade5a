using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Content;

/// <summary>One thing to say for a client, on one or more channels. What is sent stands in its revisions; everything here is about it and in no hash.</summary>
public sealed record ContentItem
{
    /// <summary>The item's id.</summary>
    public required ContentItemId Id { get; init; }

    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>What people call it, where it comes from, whom it serves.</summary>
    public required ContentBrief Brief { get; init; }

    /// <summary>The number of the current revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Where each variant of the current revision stands, sorted by account.</summary>
    public required IReadOnlyList<VariantStatus> Variants { get; init; }

    /// <summary>When it may be published; <see langword="null"/> while nobody has said.</summary>
    public PublishWindow? Window { get; init; }

    /// <summary>What is known of its files.</summary>
    public IReadOnlyList<MediaAsset> Assets { get; init; } = [];

    /// <summary>The steps by which it comes about; <see langword="null"/> where none are set.</summary>
    public ProcessRun? Process { get; init; }

    /// <summary>Who began it.</summary>
    public required Actor Author { get; init; }

    /// <summary>Who made the current revision.</summary>
    public required Actor LastEditor { get; init; }

    /// <summary>When it was begun.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>The editorial status of an account's variant, or <see langword="null"/>.</summary>
    public VariantStatus? FindVariant(ChannelAccountId account) => Variants.FirstOrDefault(v => v.Account == account);

    /// <summary>The hash of all current variants together: what an approval of the whole item is bound to.</summary>
    public ContentHash ComputeBundleHash() => ContentBundle.HashOf(Variants.Select(v => (v.Account, v.Hash)));
}

/// <summary>What is known about an item besides what is sent.</summary>
/// <param name="Title">What people call it; never sent.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Purposes">What it is to do to people (requirement 4.21).</param>
/// <param name="Pillars">The goals or messages that it serves (requirement 1.11).</param>
/// <param name="Assignee">Who works on it.</param>
/// <param name="Tags">For finding it again.</param>
/// <param name="Notes">Internal notes.</param>
public sealed record ContentBrief(
    string Title,
    ContentKind Kind,
    IReadOnlyList<ContentPurpose> Purposes,
    IReadOnlyList<string> Pillars,
    PersonId? Assignee = null,
    IReadOnlyList<string>? Tags = null,
    string? Notes = null);

/// <summary>Where one account's variant stands.</summary>
/// <param name="Account">The account.</param>
/// <param name="Hash">The hash of the current bytes.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Step">The number of the approval step that it is in, from 1; 0 outside of a review.</param>
/// <param name="RefusedHash">The bytes that changes were asked for: submitting the very same again is refused.</param>
public sealed record VariantStatus(ChannelAccountId Account, ContentHash Hash, VariantState State = VariantState.Draft, int Step = 0, ContentHash? RefusedHash = null);
