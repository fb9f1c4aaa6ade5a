using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>How something is approved, as it is written down. Work in flight keeps the version that it began with.</summary>
public sealed record ApprovalPolicyDefinition
{
    /// <summary>The policy's name; its versions share it.</summary>
    public required ApprovalPolicyId Id { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<ApprovalStep> Steps { get; init; }

    /// <summary>Four eyes, first switch: whether the author's own approval counts.</summary>
    public bool AuthorMayApprove { get; init; }

    /// <summary>Four eyes, second switch: whether the approval of whoever edited last counts.</summary>
    public bool LastEditorMayApprove { get; init; } = true;

    /// <summary>One-person teams: both four-eyes switches are off, and every decision by the author says so (requirement 2.17).</summary>
    public bool SoloMode { get; init; }

    /// <summary>An approver's own edit keeps what earlier steps decided; otherwise they are asked again.</summary>
    public bool ApproverEditKeepsEarlierSteps { get; init; }

    /// <summary>Editing and going back to the very same bytes makes their approvals count again, unless revoked.</summary>
    public bool RevalidateOnRevert { get; init; } = true;

    /// <summary>Whether an approval still counts when the approver has lost the role since (reliability F26).</summary>
    public bool CountsAfterRoleLost { get; init; }

    /// <summary>Whether a link and a button are enough for the class Standard; otherwise a typed code, a verified mail or a session.</summary>
    public bool LinkIsEnough { get; init; }

    /// <summary>Who decides what nobody decided in time, and hears of budgets that are exceeded.</summary>
    public PersonId? AccountOwner { get; init; }

    /// <summary>The hours of the agency's approvers; <see langword="null"/> for day and night.</summary>
    public CalendarId? AgencyCalendar { get; init; }

    /// <summary>The hours of the client's approvers; <see langword="null"/> for day and night.</summary>
    public CalendarId? ClientCalendar { get; init; }

    /// <summary>The least elapsed time between the last decision and the slot.</summary>
    public Duration SlotLeadTime { get; init; } = Duration.Zero;

    /// <summary>The lead time of a step for replies.</summary>
    public ResponseTarget ReplyDueIn { get; init; } = new ResponseTarget.Within(Duration.FromMinutes(30));

    /// <summary>How often a part may come back changed before the account owner hears of it (requirement 4.17).</summary>
    public int MaxRounds { get; init; } = 2;

    /// <summary>How long the whole may take over the agency's hours, before the account owner hears of it (requirement 4.17).</summary>
    public ResponseTarget CycleTimeLimit { get; init; } = new ResponseTarget.BusinessDays(5);

    /// <summary>How long an unsettled objection blocks, over the agency's hours (requirement 4.16).</summary>
    public ResponseTarget DissentTime { get; init; } = new ResponseTarget.BusinessDays(1);
}
