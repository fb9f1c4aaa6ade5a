using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>What due rows do: remind, end a step's time, end an objection's time, ask for a review. Only what is still current has an effect.</summary>
internal static class Timing
{
    public static ApprovalOutcome Remind(this ApprovalChange change, ApprovalCommand.ReminderDue due)
    {
        if (change.State.FindRun(due.Run) is not { EscalatedAt: null } run || run.Reminders >= due.Number || change.Now > run.DueAt)
        {
            return new ApprovalOutcome.Overtaken();
        }

        var step = change.Policy.Steps[run.Step];
        var asked = change.AskedFor(run.Step, run.Parts);
        change.Emit(new ApprovalEvent.Reminded(run.Number, due.Number, asked), Actor.Engine, "reminded", $"Reminder {due.Number} for step '{step.Name}', due {run.DueAt}");
        var silent = asked.Where(a => !change.HasAnswered(run, a)).ToList();
        foreach (var who in silent)
        {
            change.Tell(who, "reminder", $"Reminder {due.Number}: {change.State.Kind} {change.State.SubjectId} waits for you until {run.DueAt}.", isUrgent: due.Number > 1, isRepeat: true);
        }

        // The second one reaches the deputies too: they may have no vote, but they know how to find who has.
        foreach (var (who, deputy) in due.Number < 2 ? [] : silent.SelectMany(s => DeputiesOf(s, change.Facts).Select(d => (s, d))))
        {
            change.Tell(deputy, "deputy", $"{who} has not answered: {change.State.Kind} {change.State.SubjectId} waits until {run.DueAt}.", isUrgent: true);
        }

        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome EndStep(this ApprovalChange change, ApprovalCommand.StepDue due)
    {
        if (change.State.FindRun(due.Run) is not { } run || change.Now <= run.DueAt)
        {
            return new ApprovalOutcome.Overtaken();
        }

        var step = change.Policy.Steps[run.Step];
        switch (step.OnTimeout)
        {
            case TimeoutAction.Escalate when run.EscalatedAt is null && ApprovalTimes.EscalationDueAt(change.Policy, run, change.State, change.Facts, change.Now) is var until && until > change.Now:
                change.Escalate(run, step, until);
                break;
            case TimeoutAction.Tacit:
                change.CountSilence(run, step);
                break;
            default:
                change.Expire(run, $"nobody decided in step '{step.Name}' by {run.DueAt}.");
                break;
        }

        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome WarnOfCycle(this ApprovalChange change)
    {
        if (!change.State.IsOpen)
        {
            return new ApprovalOutcome.Overtaken();
        }

        var text = $"{change.State.Kind} {change.State.SubjectId} has been in approval since {change.State.SubmittedAt}, longer than the {change.Policy.Definition.CycleTimeLimit} that were meant to be enough.";
        change.Emit(new ApprovalEvent.Warned("cycle-time", text), Actor.Engine, "budget", text);
        change.TellOwner("cycle", text);
        return new ApprovalOutcome.Accepted();
    }

    private static void Escalate(this ApprovalChange change, StepRun run, ApprovalStep step, NodaTime.Instant until)
    {
        var owner = new Recipient.OfAgency(change.Policy.Definition.AccountOwner!.Value);
        change.Emit(new ApprovalEvent.Escalated(run.Number, until, owner), Actor.Engine, "escalated", $"Nobody decided in step '{step.Name}' by {run.DueAt}: {owner} decides until {until}");
        change.Schedule(ApprovalClock.Step, run.Number, 1, until + ApprovalTimes.JustAfter);
        change.Tell(owner, "escalated", $"Nobody decided on {change.State.Kind} {change.State.SubjectId} in step '{step.Name}'. You decide until {until}; then it expires.", isUrgent: true);
    }

    private static void CountSilence(this ApprovalChange change, StepRun run, ApprovalStep step)
    {
        var counting = new List<DecidedPart>();
        foreach (var shown in run.Parts.Where(p => change.State.FindPart(p.Name)?.Run == run.Number))
        {
            var part = change.State.FindPart(shown.Name)!;
            var failed = TacitGuards.Check(CaseOf(change, run, shown, part));
            if (failed.Count == 0)
            {
                counting.Add(new(part.Name, part.Hash, part.Revision));
            }
            else
            {
                change.ExpirePart(part.Name, $"silence does not count: {string.Join(" ", failed)}");
            }
        }

        if (counting.Count == 0)
        {
            return;
        }

        change.Record(new ApprovalDecision
        {
            Number = change.State.Decisions.Count + 1,
            Step = run.Step,
            Kind = DecisionKind.Tacit,
            By = run.Asked.First(a => a is Recipient.OfClient),
            Parts = counting,
            Window = change.State.Window,
            At = change.Now,
            AskedAt = run.OpenedAt,
            Via = "silence",
            Assurance = AssuranceLevel.Link,
            Evidence = [change.Facts.TacitClause!.ToString(), .. change.State.Deliveries.Where(d => d.Run == run.Number).Select(d => d.EvidenceId)],
        }, step);
        change.Settle([.. counting.Select(p => p.Name)]);
    }

    private static TacitCase CaseOf(ApprovalChange change, StepRun run, ApprovalPart shown, PartReview part) => new()
    {
        Clause = change.Facts.TacitClause,
        NoticeNamesSilence = run.NoticeNamesSilence,
        Deliveries = [.. change.State.Deliveries.Where(d => d.Run == run.Number)],
        ValidContacts = [.. run.Asked.Where(a => a is Recipient.OfClient && Eligibility.IsKnown(a, change.Facts))],
        AbsentContacts = [.. run.Asked.Where(a => a is Recipient.OfClient contact && change.Facts.AbsentContacts.Contains(contact.Contact) && !change.HasDelegate(a, run))],
        ClientCalendar = change.Policy.CalendarOf(run.Step) is { } calendar ? change.Facts.FindCalendar(calendar) : null,
        DueAt = run.DueAt,
        NoticeHash = shown.Hash,
        CurrentHash = part.Hash,
        Risk = change.State.Risk,
        CrisisLevel = change.Facts.CrisisLevel,
        IsHeld = change.Facts.IsHeld,
    };

    private static bool HasDelegate(this ApprovalChange change, Recipient who, StepRun run)
        => Eligibility.DelegatesOf(who, change.Policy.Steps[run.Step], run.Parts.Select(p => p.Name), change.Facts, change.Now).Any();

    private static void Expire(this ApprovalChange change, StepRun run, string reason)
    {
        foreach (var part in change.State.Parts.Where(p => p.Run == run.Number).ToList())
        {
            change.ExpirePart(part.Name, reason);
        }

        change.TellOwner("expired", $"{change.State.Kind} {change.State.SubjectId} expired: {reason}");
    }

    private static void ExpirePart(this ApprovalChange change, string part, string reason)
    {
        change.Move(part, ApprovalTrigger.TimeOver, Actor.Engine, reason);
        change.Tell(change.State.Author, "expired", $"'{part}' of {change.State.SubjectId} expired: {reason}");
    }

    private static bool HasAnswered(this ApprovalChange change, StepRun run, Recipient who)
        => run.Parts.All(p => change.State.Decisions.Any(d => d.RevokedAt is null && d.Step == run.Step && (d.By == who || d.Voter == who) && d.Find(p.Name)?.Hash == p.Hash));

    private static IEnumerable<Recipient> DeputiesOf(Recipient who, ApprovalFacts facts)
        => who is Recipient.OfAgency { Person: var id } && facts.People.TryGetValue(id, out var person) && person.Deputies is [var first, ..] ? [new Recipient.OfAgency(first)] : [];
}
