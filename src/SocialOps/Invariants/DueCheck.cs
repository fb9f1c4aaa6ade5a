using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Invariants;

/// <summary>I1, I7, I8 of an open case: each thing that it waits for has its open row, and there is one.</summary>
internal static class DueCheck
{
    public static async ValueTask RunAsync(InvariantWalk walk, Case state, CancellationToken cancellationToken)
    {
        var rows = await walk.OpenRowsAsync(state.Id.Value, cancellationToken).ConfigureAwait(false);
        var comesBack = rows.Any(r => r.Kind is NotifyHandler.DeliveredKind or PublicationOutcome.WorkKind);
        foreach (var clock in state.Clocks.Where(c => c.State == ClockState.Running))
        {
            comesBack |= CheckClock(walk, state, clock, Find(rows, CaseClocks.WorkKind, state, clock.Sequence));
        }

        if (state.EscalationSequence != 0)
        {
            var step = Find(rows, CaseEscalation.WorkKind, state, state.EscalationSequence);
            comesBack |= step is not null;
            if (step is null)
            {
                walk.Add(Invariant.EndsOnce, state.Id.Value, $"Row {state.EscalationSequence} of the escalation ended without its effect: nobody is reminded any more. Claim the case, then hand it over.");
            }
        }

        if (state.Dialogue is { Sequence: not 0 and var sequence })
        {
            var row = Find(rows, CaseDialogue.WorkKind, state, sequence);
            comesBack |= row is not null;
            if (row is null)
            {
                walk.Add(Invariant.EndsOnce, state.Id.Value, $"Row {sequence} of the complaint's dialogue ended without its effect: at {state.Dialogue.Stage} nothing leads on by itself. Record the next step.");
            }
        }

        if (state.ReplyPending)
        {
            var comes = rows.Any(r => r.Kind == PublicationOutcome.WorkKind) || await HasUnfinishedReplyAsync(walk, state, cancellationToken).ConfigureAwait(false);
            comesBack |= comes;
            if (!comes)
            {
                walk.Add(Invariant.EndsOnce, state.Id.Value, "The case waits for a reply that nobody sends any more. Look on the network whether it is there.");
            }
        }

        if (!comesBack)
        {
            walk.Add(Invariant.NextAction, state.Id.Value, $"The case is open since {state.OpenedAt} and nothing comes back to it. Acknowledge it or hand it over.");
        }
    }

    private static bool CheckClock(InvariantWalk walk, Case state, CaseClock clock, WorkItem? row)
    {
        if (row is null)
        {
            walk.Add(Invariant.EndsOnce, state.Id.Value, $"{clock.Kind}, due {clock.DueAt}, runs, and the row that watches it has ended. Acknowledge the case or hand it over.");
        }
        else if (row.DueAt <= clock.DueAt)
        {
            walk.Add(Invariant.NotEarly, state.Id.Value, $"{clock.Kind} is due {clock.DueAt}, and row {row.Id} counts it as missed at {row.DueAt} already. Find out what wrote it.");
        }

        return row is not null;
    }

    private static WorkItem? Find(IReadOnlyList<WorkItem> rows, string kind, Case state, long sequence)
        => rows.FirstOrDefault(r => r.Kind == kind && r.DedupeKey == $"{state.Id}/{sequence}");

    private static async ValueTask<bool> HasUnfinishedReplyAsync(InvariantWalk walk, Case state, CancellationToken cancellationToken)
    {
        var query = new RecordQuery("", 2, $"{state.Id}/", $"{state.Id}0", Descending: true);
        var page = await walk.Transaction.QueryAsync(PublicationRecords.Publications, query, cancellationToken).ConfigureAwait(false);
        return page.Items.Any(p => p.Value.State is PublicationState.Scheduled or PublicationState.Sending or PublicationState.OutcomeUnknown or PublicationState.Held or PublicationState.NeedsHuman);
    }
}
