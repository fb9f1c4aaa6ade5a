using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Content;

/// <summary>One variant of an item as the plan sees it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Account">The account that speaks.</param>
/// <param name="Network">The account's network.</param>
/// <param name="Kind">What the item is about.</param>
/// <param name="Purposes">What it is to do to people.</param>
/// <param name="PublishAt">When it is planned.</param>
/// <param name="State">Where it stands; rejected, expired, withdrawn, cancelled, failed and retracted ones fill no slot.</param>
public sealed record PlannedPost(ContentItemId Item, ChannelAccountId Account, string Network, ContentKind Kind, IReadOnlyList<ContentPurpose> Purposes, Instant PublishAt, ContentState State)
{
    /// <summary>Whether it fills its slot: it is there or on its way.</summary>
    public bool Counts => State is ContentState.Published || !ItemState.IsTerminal(State);
}

/// <summary>A slot of a given week.</summary>
/// <param name="Account">The account.</param>
/// <param name="Local">The local time that was written.</param>
/// <param name="At">The instant that it means.</param>
public sealed record PlanSlot(ChannelAccountId Account, LocalDateTime Local, Instant At);
