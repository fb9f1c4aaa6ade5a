using NodaTime;
using SocialOps.Auditing;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Work;

namespace SocialOps.Approvals;

/// <summary>What became of a command. A normal negative answer is a value, never an exception.</summary>
public abstract record ApprovalOutcome
{
    private ApprovalOutcome()
    {
    }

    /// <summary>It holds.</summary>
    public sealed record Accepted : ApprovalOutcome;

    /// <summary>Somebody was first: the step is closed.</summary>
    /// <param name="By">Who decided.</param>
    /// <param name="At">When.</param>
    /// <param name="Kind">What.</param>
    public sealed record AlreadyDecided(Recipient By, Instant At, DecisionKind Kind) : ApprovalOutcome;

    /// <summary>It may not be.</summary>
    /// <param name="Reasons">All reasons, each a sentence with the way out.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ApprovalOutcome
    {
        /// <inheritdoc />
        public override string ToString() => $"Refused: {string.Join(" ", Reasons)}";
    }

    /// <summary>A due row came too late to matter.</summary>
    public sealed record Overtaken : ApprovalOutcome;
}

/// <summary>What a decision of the engine changes; committed as a whole.</summary>
public sealed record ApprovalTransition
{
    /// <summary>What became of the command; anything but Accepted changes nothing.</summary>
    public required ApprovalOutcome Outcome { get; init; }

    /// <summary>The request afterwards; <see langword="null"/> when a submission was refused.</summary>
    public required ApprovalRequest? State { get; init; }

    /// <summary>What happened, for people and auditors.</summary>
    public IReadOnlyList<AuditEvent> Audit { get; init; } = [];

    /// <summary>What happens later.</summary>
    public IReadOnlyList<WorkDraft> Work { get; init; } = [];

    /// <summary>What happened, for the fold.</summary>
    internal IReadOnlyList<ApprovalEvent> Events { get; init; } = [];

    /// <summary>Who is told.</summary>
    internal IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Why nobody could be asked: for the last resort.</summary>
    internal string? Unattended { get; init; }
}
