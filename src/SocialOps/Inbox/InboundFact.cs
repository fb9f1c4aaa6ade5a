using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Inbox;

/// <summary>What a delivery says, read but not yet judged.</summary>
internal sealed record InboundFact
{
    public required string Network { get; init; }

    public required string ExternalId { get; init; }

    public required Instant WrittenAt { get; init; }

    public required string Author { get; init; }

    public required string Text { get; init; }

    public bool TextWasChanged { get; init; }

    public ChannelAccountId? Account { get; init; }

    public ItemKind Kind { get; init; }

    public string? Thread { get; init; }

    public string? InReplyTo { get; init; }

    public ItemCounters Counters { get; init; }

    /// <summary>When its author changed the text to this one.</summary>
    public Instant? EditedAt { get; init; }

    /// <summary>When it was withdrawn; such a fact brings no text.</summary>
    public Instant? DeletedAt { get; init; }

    /// <summary>The version of the text that it brings.</summary>
    public Instant? TextAt => DeletedAt is not null ? null : EditedAt ?? WrittenAt;
}
