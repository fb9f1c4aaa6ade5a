using NodaTime;

namespace SocialOps.Reporting;

/// <summary>What has to be done, by machine or by people.</summary>
/// <param name="At">The instant against which "due" was counted.</param>
/// <param name="Groups">A group for each <see cref="BacklogKind"/>, in that order, the empty ones too.</param>
public sealed record Backlog(Instant At, IReadOnlyList<BacklogGroup> Groups)
{
    /// <summary>The group of a kind.</summary>
    public BacklogGroup this[BacklogKind kind] => Groups[(int)kind];
}

/// <summary>One kind of what has to be done.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How much there is.</param>
/// <param name="Oldest">The oldest of it, as many as were asked for, oldest first.</param>
public sealed record BacklogGroup(BacklogKind Kind, long Count, IReadOnlyList<BacklogEntry> Oldest);

/// <summary>One thing that has to be done.</summary>
/// <param name="SubjectId">What it is about: a case, a publication, a delivery.</param>
/// <param name="Since">Since when it waits; of what is not due yet, when it will be.</param>
/// <param name="What">What it is, for people.</param>
public sealed record BacklogEntry(string SubjectId, Instant Since, string What);

/// <summary>The kinds of what has to be done.</summary>
public enum BacklogKind
{
    /// <summary>Rows that are due and that no worker has taken yet.</summary>
    Due,

    /// <summary>Rows that a worker has taken and not ended: it is at work, or it died and the row is due again when its lease runs out.</summary>
    Taken,

    /// <summary>Rows that failed or must wait, and are tried again.</summary>
    TriedAgain,

    /// <summary>Rows that are due later.</summary>
    Later,

    /// <summary>Rows that were given up.</summary>
    Dead,

    /// <summary>Deliveries that nobody could read.</summary>
    Quarantined,

    /// <summary>Publications about which a person has to decide whether they are on the network.</summary>
    NeedsHuman,

    /// <summary>Open cases.</summary>
    OpenCases,

    /// <summary>Open incidents: trouble of the engine's own.</summary>
    Incidents,

    /// <summary>Open cases that nobody is responsible for, or of which nobody could be told.</summary>
    Unattended,
}
