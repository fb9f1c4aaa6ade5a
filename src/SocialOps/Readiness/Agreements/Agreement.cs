using NodaTime;
using SocialOps.People;

namespace SocialOps.Readiness.Agreements;

/// <summary>What was offered to a client and accepted, and whether it is lived. A change is a new quote; what was accepted stays as it was.</summary>
public sealed record Agreement
{
    /// <summary>The agreement's id.</summary>
    public required AgreementId Id { get; init; }

    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The quotes, the first at the head.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>The acceptances, the first at the head.</summary>
    public IReadOnlyList<Acceptance> Acceptances { get; init; } = [];

    /// <summary>When it became active; <see langword="null"/> before.</summary>
    public Instant? ActiveFrom { get; init; }

    /// <summary>The number of the accepted quote that is lived; <see langword="null"/> while none is.</summary>
    public int? ActiveQuote { get; init; }

    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>The quote that was accepted last, or <see langword="null"/>.</summary>
    public Quote? AcceptedQuote => Acceptances is [.., var last] ? Quotes[last.Quote - 1] : null;

    /// <summary>Where it stands.</summary>
    public AgreementState State
        => EndedAt is not null ? AgreementState.Ended
            : ActiveQuote is { } active && active == Acceptances[^1].Quote ? AgreementState.Active
            : ActiveQuote is not null ? AgreementState.ActiveWithAcceptedChange
            : Acceptances.Count > 0 ? AgreementState.Accepted
            : AgreementState.Quoted;
}

/// <summary>Where an agreement stands.</summary>
public enum AgreementState
{
    /// <summary>It is offered.</summary>
    Quoted,

    /// <summary>It is accepted and not yet lived.</summary>
    Accepted,

    /// <summary>It is lived.</summary>
    Active,

    /// <summary>It is lived, and a later quote was accepted that is not lived yet.</summary>
    ActiveWithAcceptedChange,

    /// <summary>It is over.</summary>
    Ended,
}
