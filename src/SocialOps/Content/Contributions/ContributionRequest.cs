using NodaTime;
using SocialOps.People;

namespace SocialOps.Content;

/// <summary>Something that is owed for content: by whom, by when, by which medium (requirements 0.2 and 0.3).</summary>
public sealed record ContributionRequest
{
    /// <summary>The request's id.</summary>
    public required ContributionId Id { get; init; }

    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The item that needs it; <see langword="null"/> for something that several will need.</summary>
    public ContentItemId? Item { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary>What exactly, for people.</summary>
    public required string What { get; init; }

    /// <summary>Who supplies it.</summary>
    public required Recipient Supplier { get; init; }

    /// <summary>How it is asked for and comes.</summary>
    public required ContributionMedium Medium { get; init; }

    /// <summary>Whether the item cannot be submitted without it.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Who asked.</summary>
    public required Actor RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>By when; at this instant it is still in time.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ContributionState State { get; init; }

    /// <summary>How many reminders went out.</summary>
    public int Reminders { get; init; }

    /// <summary>How it came, or why it was waived.</summary>
    public string? Outcome { get; init; }

    /// <summary>By which medium it came.</summary>
    public ContributionMedium? ReceivedBy { get; init; }

    /// <summary>When it came or was waived.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Whether it is still owed.</summary>
    public bool IsOpen => State is ContributionState.Requested or ContributionState.Overdue;
}

/// <summary>What kind of thing is owed.</summary>
public enum ContributionKind
{
    /// <summary>Facts for the text.</summary>
    Information,

    /// <summary>Pictures or videos.</summary>
    Media,

    /// <summary>That the facts of a finished text are true.</summary>
    FactApproval,
}

/// <summary>How something is asked for and comes.</summary>
public enum ContributionMedium
{
    /// <summary>By mail.</summary>
    Mail,

    /// <summary>In a short call: reminders go to whoever asked, who makes it.</summary>
    Phone,

    /// <summary>Through a portal of the host's.</summary>
    Portal,
}

/// <summary>Where a contribution stands.</summary>
public enum ContributionState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Its instant passed and it is still owed.</summary>
    Overdue,

    /// <summary>It came.</summary>
    Received,

    /// <summary>Somebody decided that it is not needed.</summary>
    Waived,
}
