using System.Text.Json.Serialization;
using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>What happens when a step's time is over; a decision exactly at the deadline is in time.</summary>
public enum TimeoutAction
{
    /// <summary>It expires: nothing is sent.</summary>
    Expire,

    /// <summary>The account owner decides within half the original span; then it expires.</summary>
    Escalate,

    /// <summary>Silence counts, where all seven guards hold (<see cref="TacitGuards"/>); otherwise it expires.</summary>
    Tacit,
}

/// <summary>One step of a policy.</summary>
public sealed record ApprovalStep
{
    /// <summary>The step's name, unique in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>Who may decide.</summary>
    public required IReadOnlyList<ApproverSelector> Approvers { get; init; }

    /// <summary>How many approvals it needs.</summary>
    public Quorum Quorum { get; init; } = new Quorum.AnyOf();

    /// <summary>What the approval speaks about (requirement 4.3).</summary>
    public ApprovalConcern Concern { get; init; }

    /// <summary>The lead time of the step (requirement 1.17); <see langword="null"/> for the default: one working day, two for the client, and for replies the policy's <see cref="ApprovalPolicyDefinition.ReplyDueIn"/>.</summary>
    public ResponseTarget? DueIn { get; init; }

    /// <summary>Over whose hours <see cref="DueIn"/> counts; <see langword="null"/> for the policy's calendar of the approvers' side.</summary>
    public CalendarId? Calendar { get; init; }

    /// <summary>What happens when nobody has decided.</summary>
    public TimeoutAction OnTimeout { get; init; }

    /// <summary>Whether people of the client decide in it.</summary>
    [JsonIgnore]
    public bool IsClients => Approvers.Any(a => a.IsClients);
}
