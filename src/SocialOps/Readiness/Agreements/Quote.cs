using NodaTime;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness.Agreements;

/// <summary>What is offered to a client.</summary>
/// <param name="Package">The package, as it is today: a later change of it changes no quote.</param>
/// <param name="Price">The price, in words.</param>
/// <param name="ValidUntilOn">The last day on which it can be accepted, in the zone of the client's schedule; <see langword="null"/> for no end.</param>
public sealed record QuoteTerms(PackageDefinition Package, string Price, LocalDate? ValidUntilOn = null)
{
    /// <summary>What is agreed beside the package.</summary>
    public IReadOnlyList<AgreementClause> Clauses { get; init; } = [];
}

/// <summary>A clause of a quote.</summary>
/// <param name="Kind">What it settles.</param>
/// <param name="Text">Its words.</param>
public sealed record AgreementClause(ClauseKind Kind, string Text);

/// <summary>What a clause settles.</summary>
public enum ClauseKind
{
    /// <summary>Something of its own.</summary>
    Other,

    /// <summary>Silence of the client counts as approval, as the words say.</summary>
    TacitApproval,

    /// <summary>The client takes a risk, e.g. that something waits for the next working day (requirement 2.13).</summary>
    RiskAcceptance,

    /// <summary>What success is measured by, and from when on (requirement 0.20: not overnight).</summary>
    Expectation,
}

/// <summary>One version of a quote; never changed afterwards.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Terms">What is offered.</param>
/// <param name="Hash">SHA-256 of the terms' canonical JSON, lower-case hex: what an acceptance speaks about.</param>
/// <param name="QuotedAt">When.</param>
/// <param name="By">Who quoted it.</param>
public sealed record Quote(int Number, QuoteTerms Terms, string Hash, Instant QuotedAt, Actor By);

/// <summary>How a quote was accepted: by mail, no signature needed (requirement 0.19).</summary>
/// <param name="Quote">The number of the quote.</param>
/// <param name="Hash">The hash of what was accepted.</param>
/// <param name="Contact">Which contact of the client accepted it.</param>
/// <param name="MessageId">The mail's Message-ID (RFC 5322, 3.6.4).</param>
/// <param name="SentAt">When the mail was sent, as it says.</param>
/// <param name="MailHash">SHA-256 of the mail's bytes, lower-case hex: they are kept by the host.</param>
/// <param name="RecordedAt">When it was written down.</param>
public sealed record Acceptance(int Quote, string Hash, string Contact, string MessageId, Instant SentAt, string MailHash, Instant RecordedAt);
