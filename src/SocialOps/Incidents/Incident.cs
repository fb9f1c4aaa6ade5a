using NodaTime;
using SocialOps.Escalations;
using SocialOps.People;

namespace SocialOps.Incidents;

/// <summary>
/// Trouble of the engine's own that waits for a person: never a log line alone, but an open item with a responsible person, a deadline and an escalation (reliability F12, F13, F18).
/// Immutable; a change gives a new one.
/// </summary>
public sealed record Incident
{
    /// <summary>The incident's id.</summary>
    public required IncidentId Id { get; init; }

    /// <summary>What kind of trouble.</summary>
    public required IncidentKind Kind { get; init; }

    /// <summary>What it is about: the delivery's, publication's, account's or work row's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The client whose people are told; <see langword="null"/> where it is the agency's own matter.</summary>
    public ClientId? Client { get; init; }

    /// <summary>What happened and what to do, for people.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was opened, or opened again last.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>When somebody should have closed it. Past it, the climb begins anew, claimed or not.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Who has it: whoever was told first, then whoever claimed it. <see langword="null"/> before anybody could be told.</summary>
    public Recipient? Responsible { get; init; }

    /// <summary>When somebody said "mine".</summary>
    public Instant? ClaimedAt { get; init; }

    /// <summary>The climb.</summary>
    public EscalationRun? Escalation { get; init; }

    /// <summary>Counts the rows that it has scheduled; the latest one is the one that counts.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was closed; <see langword="null"/> while it is open.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>How it ended, for people.</summary>
    public string? Resolution { get; init; }
}
