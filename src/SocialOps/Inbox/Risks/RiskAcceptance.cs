using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.People;
using SocialOps.Serialization;

namespace SocialOps.Inbox;

/// <summary>That a client takes the risk of waiting, signed, for some categories up to a height (requirement 2.13). Without one nothing is deferred.</summary>
public sealed record RiskAcceptance
{
    /// <summary>The acceptance's id.</summary>
    public required RiskAcceptanceId Id { get; init; }

    /// <summary>Whose risk it is.</summary>
    public required ClientId Client { get; init; }

    /// <summary>For which categories; at least one.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Up to which severity, inclusive.</summary>
    public Severity MaxSeverity { get; init; } = Severity.Low;

    /// <summary>Up to which wave level, inclusive; a higher one revokes what was deferred.</summary>
    public WaveLevel MaxLevel { get; init; } = WaveLevel.SingleCriticism;

    /// <summary>The contact at the client who signed.</summary>
    public required string SignedBy { get; init; }

    /// <summary>What was signed, word by word.</summary>
    public required string Text { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant SignedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Actor RecordedBy { get; init; }

    /// <summary>The end, exclusive; <see langword="null"/> for until it is revoked.</summary>
    public Instant? ValidUntil { get; init; }

    /// <summary>When it was revoked.</summary>
    public Instant? RevokedAt { get; init; }

    /// <summary>Why it does not cover a case now, with the way out; <see langword="null"/> when it does.</summary>
    internal string? FindGap(Case state, Instant now, Instant until) => this switch
    {
        _ when Client != state.Client => $"it is {Client}'s, not {state.Client}'s",
        { RevokedAt: { } revoked } => $"it was revoked at {revoked}",
        { ValidUntil: { } end } when end <= now => $"it was valid until {end}",
        { ValidUntil: { } end } when end < until => $"it is valid until {end}, not until {until}",
        _ => FindExcess(state),
    };

    /// <summary>By what a case is above what was accepted; <see langword="null"/> when it is not.</summary>
    internal string? FindExcess(Case state) => this switch
    {
        _ when !Categories.Contains(state.Category) => $"it covers {string.Join(", ", Categories)}, not {state.Category}",
        _ when state.Alarm.Level > MaxLevel => $"it covers wave level {(int)MaxLevel} at most, not {(int)state.Alarm.Level}",
        _ when state.Severity > MaxSeverity => $"it covers severity {(int)MaxSeverity} at most, not {(int)state.Severity}",
        _ => null,
    };
}

/// <summary>A signed risk acceptance.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<RiskAcceptanceId>))]
public readonly record struct RiskAcceptanceId(string Value) : IEntityId<RiskAcceptanceId>
{
    /// <inheritdoc />
    public static RiskAcceptanceId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>That nothing is done about a case before an instant, at the client's risk.</summary>
/// <param name="Accepted">The acceptance as it was signed.</param>
/// <param name="Until">By when somebody acts: the NextAction clock's deadline.</param>
/// <param name="By">Who decided it.</param>
/// <param name="Reason">Why.</param>
public sealed record CaseDeferral(RiskAcceptance Accepted, Instant Until, Actor By, string Reason);
