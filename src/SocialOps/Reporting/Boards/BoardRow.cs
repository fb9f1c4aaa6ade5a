using NodaTime;
using SocialOps.People;

namespace SocialOps.Reporting;

/// <summary>One thing on a team's board (requirement 3.7): what it is, what comes next, by when, and whose it is.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="SubjectId">Its id among those of its kind.</param>
/// <param name="Client">The client; <see langword="null"/> for the agency itself.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Next">What is to be done next, for people.</param>
/// <param name="DueAt">By when; at this instant it is still in time.</param>
/// <param name="Responsible">Whose it is; <see langword="null"/> for nobody's.</param>
public sealed record BoardRow(BoardKind Kind, string SubjectId, ClientId? Client, string What, string Next, Instant DueAt, Recipient? Responsible);

/// <summary>What stands on a board.</summary>
public enum BoardKind
{
    /// <summary>An open case, by its soonest promise that is not kept yet.</summary>
    Case,

    /// <summary>A decision that somebody is asked for.</summary>
    Approval,

    /// <summary>Something that is owed for content.</summary>
    Contribution,

    /// <summary>A post with its slot.</summary>
    Planned,

    /// <summary>One time of a routine.</summary>
    Routine,

    /// <summary>What a platform changes, from the day of its reminder on until somebody has checked it off.</summary>
    PlatformChange,
}

/// <summary>What of the board is asked for; what is not set narrows nothing.</summary>
public sealed record BoardFilter
{
    /// <summary>Only this client's.</summary>
    public ClientId? Client { get; init; }

    /// <summary>Only what is theirs.</summary>
    public Recipient? Responsible { get; init; }

    /// <summary>Only these kinds; empty for all.</summary>
    public IReadOnlyList<BoardKind> Kinds { get; init; } = [];

    /// <summary>Only what is due at this instant or before.</summary>
    public Instant? DueBy { get; init; }
}
