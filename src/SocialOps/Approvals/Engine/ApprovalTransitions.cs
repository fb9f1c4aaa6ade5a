using System.Text;

namespace SocialOps.Approvals;

/// <summary>What moves a part from one state to the next.</summary>
public enum ApprovalTrigger
{
    /// <summary>It is submitted.</summary>
    Submit,

    /// <summary>Every step has its quorum for these bytes.</summary>
    QuorumReached,

    /// <summary>An approver wants it changed.</summary>
    RequestChanges,

    /// <summary>An approver rejects it.</summary>
    Reject,

    /// <summary>The time of a step is over.</summary>
    TimeOver,

    /// <summary>It is taken back, or another draft of the reply was approved.</summary>
    Withdraw,

    /// <summary>It has new bytes (or, once expired, is asked for again).</summary>
    Revise,

    /// <summary>Its quorum is no longer there: an approval was taken back, the slot left its window, an approver lost the role.</summary>
    AskAgain,

    /// <summary>An objection to it was upheld.</summary>
    UpholdObjection,
}

/// <summary>The states of a part and what leads from one to the next: the engine moves along this table only, and the diagram in the docs is drawn from it.</summary>
public static class ApprovalTransitions
{
    /// <summary>Every move that there is.</summary>
    public static IReadOnlyList<(PartState From, ApprovalTrigger Trigger, PartState To)> All { get; } =
    [
        (PartState.Draft, ApprovalTrigger.Submit, PartState.InReview),
        (PartState.InReview, ApprovalTrigger.QuorumReached, PartState.Approved),
        (PartState.InReview, ApprovalTrigger.RequestChanges, PartState.ChangesRequested),
        (PartState.InReview, ApprovalTrigger.Reject, PartState.Rejected),
        (PartState.InReview, ApprovalTrigger.TimeOver, PartState.Expired),
        (PartState.InReview, ApprovalTrigger.Revise, PartState.InReview),
        (PartState.InReview, ApprovalTrigger.AskAgain, PartState.InReview),
        (PartState.InReview, ApprovalTrigger.UpholdObjection, PartState.ChangesRequested),
        (PartState.InReview, ApprovalTrigger.Withdraw, PartState.Withdrawn),
        (PartState.Approved, ApprovalTrigger.Revise, PartState.InReview),
        (PartState.Approved, ApprovalTrigger.AskAgain, PartState.InReview),
        (PartState.Approved, ApprovalTrigger.UpholdObjection, PartState.ChangesRequested),
        (PartState.Approved, ApprovalTrigger.Withdraw, PartState.Withdrawn),
        (PartState.ChangesRequested, ApprovalTrigger.Revise, PartState.InReview),
        (PartState.ChangesRequested, ApprovalTrigger.Withdraw, PartState.Withdrawn),
        (PartState.Expired, ApprovalTrigger.Revise, PartState.InReview),
        (PartState.Expired, ApprovalTrigger.Withdraw, PartState.Withdrawn),
    ];

    /// <summary>The state that a trigger leads to, or <see langword="null"/> when it leads nowhere from there.</summary>
    public static PartState? Find(PartState from, ApprovalTrigger trigger)
    {
        foreach (var (start, by, to) in All)
        {
            if (start == from && by == trigger)
            {
                return to;
            }
        }

        return null;
    }

    /// <summary>The table as a Mermaid state diagram; states from which nothing leads are final.</summary>
    public static string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> Draft\n");
        foreach (var (from, trigger, to) in All)
        {
            text.Append("    ").Append(from).Append(" --> ").Append(to).Append(": ").Append(trigger).Append('\n');
        }

        foreach (var state in Enum.GetValues<PartState>().Where(s => All.All(t => t.From != s)))
        {
            text.Append("    ").Append(state).Append(" --> [*]\n");
        }

        return text.ToString();
    }
}
