using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Publishing;

/// <summary>Something that is to be sent once: exactly these bytes, on a recorded basis.</summary>
public sealed record Publication
{
    /// <summary>The publication's id.</summary>
    public required PublicationId Id { get; init; }

    /// <summary>The client in whose name it speaks.</summary>
    public ClientId? Client { get; init; }

    /// <summary>The account that speaks; <see langword="null"/> where the item came without one.</summary>
    public ChannelAccountId? Account { get; init; }

    /// <summary>The account's network.</summary>
    public required string Network { get; init; }

    /// <summary>The text, exactly.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text's UTF-8 bytes, in hex: what the basis was given for.</summary>
    public required string TextHash { get; init; }

    /// <summary>The network's id of the item that this answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Why it may be sent.</summary>
    public required PublicationBasis Basis { get; init; }

    /// <summary>Given to the network with every attempt; computed once.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Where it stands.</summary>
    public PublicationState State { get; init; }

    /// <summary>The number of the latest attempt, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>The fence of the work row under which the latest attempt began.</summary>
    public long AttemptFence { get; init; }

    /// <summary>When the latest attempt began.</summary>
    public Instant? AttemptedAt { get; init; }

    /// <summary>How often in a row it never left us: the network asked us to wait, or could not be reached.</summary>
    public int TimesNotSent { get; init; }

    /// <summary>How often a person has let it be sent again.</summary>
    public int Releases { get; init; }

    /// <summary>How often it was looked for after an attempt without an answer.</summary>
    public int Lookups { get; init; }

    /// <summary>How many of the latest looks showed that it is not there.</summary>
    public int AbsencesSeen { get; init; }

    /// <summary>The network's id of the post.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When the network had it.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>Why it failed, or what was seen of an attempt whose outcome is unknown.</summary>
    public string? Reason { get; init; }

    /// <summary>What holds it back while it is <see cref="PublicationState.Held"/>; <see langword="null"/> otherwise.</summary>
    public HoldCause? HeldFor { get; init; }

    /// <summary>Which content it sends; <see langword="null"/> for a reply.</summary>
    public ContentReference? Content { get; init; }

    /// <summary>Which approved draft it sends; <see langword="null"/> for content and for a reply that needed no approval.</summary>
    public ReplyDraft? Draft { get; init; }

    /// <summary>When a person confirmed it again after a hold.</summary>
    public Instant? ConfirmedAt { get; init; }

    /// <summary>Who hears of its outcome: the case's id.</summary>
    public string? Origin { get; init; }

    /// <summary>When its text was erased; the hash of what was sent stays.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>When it was scheduled.</summary>
    public required Instant CreatedAt { get; init; }
}

/// <summary>Where a publication stands.</summary>
public enum PublicationState
{
    /// <summary>Waits to be sent.</summary>
    Scheduled,

    /// <summary>An attempt began; nobody else may send.</summary>
    Sending,

    /// <summary>It is there.</summary>
    Published,

    /// <summary>The network refused it.</summary>
    Failed,

    /// <summary>It may be there or not: it is looked for, never sent again on doubt.</summary>
    OutcomeUnknown,

    /// <summary>A person has to look.</summary>
    NeedsHuman,

    /// <summary>A person decided that it is not to be sent.</summary>
    Cancelled,

    /// <summary>A freeze, or a missing basis, holds it back.</summary>
    Held,

    /// <summary>It was there and was taken down.</summary>
    Retracted,
}

/// <summary>What holds a publication back.</summary>
public enum HoldCause
{
    /// <summary>Its time, its bytes or its approval.</summary>
    Basis,

    /// <summary>A freeze.</summary>
    Freeze,

    /// <summary>The client's package asks for an agreement, and none is active; it goes on by itself when one is.</summary>
    Agreement,
}

/// <summary>Why something may be sent.</summary>
/// <param name="Kind">What kind of basis.</param>
/// <param name="Reference">The saved reply, or who decided.</param>
/// <param name="GrantedBy">Who gave it.</param>
/// <param name="GrantedAt">When; never after the send.</param>
/// <param name="Revision">The revision of the agency's definitions that it rests on.</param>
public sealed record PublicationBasis(PublicationBasisKind Kind, string Reference, Actor GrantedBy, Instant GrantedAt, long Revision);

/// <summary>What kind of basis a publication rests on.</summary>
public enum PublicationBasisKind
{
    /// <summary>A saved reply that the policy lets the engine send by itself (requirement 0.11).</summary>
    Standing,

    /// <summary>A person of the agency sent this text.</summary>
    Person,

    /// <summary>The approvers of every step decided on exactly these bytes.</summary>
    Quorum,

    /// <summary>As Quorum, by one person alone where the policy says so (requirement 2.17).</summary>
    Solo,

    /// <summary>Silence counted, with all its guards.</summary>
    Tacit,

    /// <summary>A duty manager released it; it is reviewed afterwards.</summary>
    Emergency,
}
