using NodaTime;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>What is kept of a token: never the token, only its SHA-256. One per approver and step; used once.</summary>
internal sealed record ApprovalToken
{
    /// <summary>SHA-256 of the secret, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required ApprovalRequestId Request { get; init; }

    public required int Step { get; init; }

    public required Recipient Approver { get; init; }

    public Recipient? OnBehalfOf { get; init; }

    /// <summary>Exactly what was shown.</summary>
    public required IReadOnlyList<ApprovalPart> Parts { get; init; }

    public required IReadOnlyList<DecisionKind> Allowed { get; init; }

    public required Instant IssuedAt { get; init; }

    /// <summary>The last instant at which it is good.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>SHA-256 over the secret and the six digits, so that the rows alone do not give the digits away.</summary>
    public required string CodeHash { get; init; }

    public int CodeFailures { get; init; }

    /// <summary>The id of the mail that carried it, for replies.</summary>
    public string? MessageId { get; init; }

    public Instant? UsedAt { get; init; }

    public Instant? SupersededAt { get; init; }

    public Instant? RevokedAt { get; init; }
}

/// <summary>A token just made: the only time that its text and its code are known.</summary>
/// <param name="Text">52 letters and digits; whoever has it may try to decide. Keep it out of logs.</param>
/// <param name="Code">Six digits that the mail shows and the link does not contain.</param>
/// <param name="ExpiresAt">The last instant at which it is good.</param>
public sealed record IssuedToken(string Text, string Code, Instant ExpiresAt)
{
    /// <inheritdoc />
    public override string ToString() => $"a token until {ExpiresAt}";
}
