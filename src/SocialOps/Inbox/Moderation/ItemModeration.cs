using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>That a person had an item of somebody else's hidden, deleted or reported, or its author blocked; with the evidence of what stood there.</summary>
public sealed record ItemModeration
{
    /// <summary>The decision's id.</summary>
    public required ModerationId Id { get; init; }

    /// <summary>The client on whose account it stands.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>What is done to it.</summary>
    public required ModerationAction Action { get; init; }

    /// <summary>The netiquette's rule that it breaks.</summary>
    public required string Rule { get; init; }

    /// <summary>Who decided it.</summary>
    public required Actor DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>What stood there.</summary>
    public required EvidenceSnapshot Evidence { get; init; }

    /// <summary>A person did it on the network themselves.</summary>
    public bool ByHand { get; init; }

    /// <summary>When it was done; <see langword="null"/> while it waits for the network.</summary>
    public Instant? DoneAt { get; init; }
}
