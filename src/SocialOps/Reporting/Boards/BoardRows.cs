using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Routines;

namespace SocialOps.Reporting;

/// <summary>What each kind of thing looks like on the board. Pure.</summary>
internal static class BoardRows
{
    public static BoardRow Of(Case state)
    {
        var clock = state.Clocks.Where(c => c.State is ClockState.Running or ClockState.Breached).MinBy(c => c.DueAt);
        var due = clock?.DueAt ?? (state.Escalation is { IsRunning: true } run ? run.NextAt : state.LastActionAt ?? state.OpenedAt);
        return new(BoardKind.Case, state.Id.Value, state.Client, $"{state.Category} by {state.Author} on {state.Network}: {state.Excerpt}", Next(state, clock?.Kind), due, state.Responsible);
    }

    public static BoardRow Of(PendingApproval pending)
        => new(BoardKind.Approval, pending.Request.Value, pending.Client, $"{pending.Kind} {pending.SubjectId}, {Count(pending.Parts.Count, "part", "parts")}", "Approve or reject", pending.DueAt, pending.WaitsFor);

    public static BoardRow Of(ContributionRequest owed)
        => new(BoardKind.Contribution, owed.Id.Value, owed.Client, $"{owed.Kind}: {owed.What}", owed.State == ContributionState.Overdue ? "Supply it, it is overdue" : "Supply it", owed.DueAt, owed.Supplier);

    public static BoardRow Of(ContentItem item)
        => new(BoardKind.Planned, item.Id.Value, item.Client, item.Brief.Title, Next(item), item.Window!.PublishAt, item.Brief.Assignee is { } assignee ? new Recipient.OfAgency(assignee) : item.LastEditor.Kind == ActorKind.Person ? new Recipient.OfAgency(new(item.LastEditor.Id)) : null);

    public static BoardRow Of(RoutineRun run)
        => new(BoardKind.Routine, run.Key, run.Client, run.Name, run.Checklist.Count == run.Checked.Count ? "Finish it" : $"Check off {Count(run.Checklist.Count - run.Checked.Count, "thing", "things")}", run.DueAt, new Recipient.OfAgency(run.Owner));

    public static BoardRow Of(PlatformChange change)
        => new(BoardKind.PlatformChange, change.Definition.Id, null, $"{change.Definition.Network}: {change.Definition.What}", "See what it means for us and check it off", change.DueAt, new Recipient.OfAgency(change.Definition.Owner));

    private static string Next(Case state, ClockKind? clock)
        => state.ReplyPending ? "A reply is on its way" : clock switch
        {
            ClockKind.Acknowledge => "React, or decide that nothing is due",
            ClockKind.ClientContact => "Reach the client",
            ClockKind.NextAction => "Take the next step",
            ClockKind.Resolve => "Settle it",
            _ => state.ClientReplies ? "The client acts" : "Look at it again",
        };

    private static string Next(ContentItem item)
    {
        var open = item.Variants.Where(v => v.State is not (VariantState.Withdrawn or VariantState.Rejected)).ToList();
        return open.All(v => v.State == VariantState.Approved) ? "Nothing: it goes out by itself"
            : open.Any(v => v.State == VariantState.InReview) ? "It waits for approval"
            : "Finish it and submit it";
    }

    private static string Count(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
