using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>Brings each part to the first step that lacks its quorum, and asks there; or finds it approved.</summary>
internal static class Asking
{
    /// <summary>Counts again for these parts and asks where something is missing.</summary>
    /// <param name="change">The decision in the making.</param>
    /// <param name="parts">The parts' names.</param>
    /// <param name="anew">Ask even where the part is asked for already: it has new bytes, or a new slot.</param>
    public static void Settle(this ApprovalChange change, IEnumerable<string> parts, bool anew = false)
    {
        var missing = new SortedDictionary<int, List<string>>();
        foreach (var name in parts)
        {
            var part = change.State.FindPart(name)!;
            if (part.State is not (PartState.InReview or PartState.Approved))
            {
                continue;
            }

            var step = change.FirstOpenStep(part);
            if (step < 0)
            {
                change.Approve(part);
            }
            else if (anew || part.State == PartState.Approved || change.State.FindRun(part.Run)?.Step != step)
            {
                if (!missing.TryGetValue(step, out var names))
                {
                    missing.Add(step, names = []);
                }

                names.Add(name);
            }
        }

        foreach (var (step, names) in missing)
        {
            change.Open(step, [.. names.Where(n => change.State.FindPart(n)!.State is PartState.InReview or PartState.Approved)]);
        }
    }

    public static CountedPart Counted(this ApprovalChange change, PartReview part) => new(part.Name, part.Hash, part.Revision, part.LastEditor, change.State.PublishAt);

    /// <summary>Everybody who may answer a run: who is selected, their delegates, and the account owner once it is escalated.</summary>
    public static IReadOnlyList<Recipient> AskedFor(this ApprovalChange change, int step, IReadOnlyList<ApprovalPart> parts, bool isEscalated = false)
    {
        var rules = change.Policy.Steps[step];
        var selected = Eligibility.SelectedBy(rules, change.Facts, change.Now);
        var asked = selected.Concat(selected.SelectMany(s => Eligibility.DelegatesOf(s, rules, parts.Select(p => p.Name), change.Facts, change.Now))).Where(change.MayApprove);
        return [.. (isEscalated && change.Policy.Definition.AccountOwner is { } owner ? asked.Append(new Recipient.OfAgency(owner)) : asked).Distinct()];
    }

    private static bool MayApprove(this ApprovalChange change, Recipient who)
        => change.Policy.Definition.SoloMode || change.Policy.Definition.AuthorMayApprove || who != change.State.Author;

    /// <summary>The first step that lacks its quorum, or -1.</summary>
    private static int FirstOpenStep(this ApprovalChange change, PartReview part)
    {
        var (tally, counted, basis) = (change.Tally, change.Counted(part), ApprovalBasis.Quorum);
        for (var step = 0; step < change.Policy.Steps.Count; step++)
        {
            if (!tally.IsFilled(step, counted, ref basis, null, null))
            {
                return step;
            }
        }

        return -1;
    }

    private static void Approve(this ApprovalChange change, PartReview part)
    {
        if (part.State == PartState.Approved)
        {
            return;
        }

        change.Move(part.Name, ApprovalTrigger.QuorumReached, Actor.Engine, change.Policy.Definition.SoloMode ? "every step has its quorum (solo mode)." : "every step has its quorum.");
        change.Tell(change.State.Author, "approved", $"'{part.Name}' of {change.State.SubjectId} is approved.");
        if (change.State.Kind == ApprovalSubjectKind.Reply)
        {
            foreach (var other in change.State.Parts.Where(p => p.State == PartState.InReview))
            {
                if (change.FirstOpenStep(other) >= 0)
                {
                    change.Move(other.Name, ApprovalTrigger.Withdraw, Actor.Engine, $"'{part.Name}' was chosen.");
                }
            }
        }
    }

    private static void Open(this ApprovalChange change, int step, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        foreach (var name in names.Where(n => change.State.FindPart(n)!.State == PartState.Approved))
        {
            change.Move(name, ApprovalTrigger.AskAgain, Actor.Engine, $"step '{change.Policy.Steps[step].Name}' lacks its quorum again.");
        }

        var rules = change.Policy.Steps[step];
        var parts = names.Select(n => new ApprovalPart(n, change.State.FindPart(n)!.Hash)).ToList();
        var due = ApprovalTimes.DueAt(change.Policy, step, change.State.Kind, change.Facts, change.Now, change.State.PublishAt);
        var asked = change.AskedFor(step, parts);
        var run = new StepRun(change.State.Sequence + 1, step, change.Now, due, parts, asked, rules.OnTimeout == TimeoutAction.Tacit);
        change.Emit(new ApprovalEvent.StepOpened(run), Actor.Engine, "asked", $"Step '{rules.Name}' asks {Words(asked)} for {Words(parts)} until {due}");
        change.ScheduleClocks(run);
        foreach (var who in asked)
        {
            change.Tell(who, "asked", change.Question(run, rules));
        }

        if (asked.Count == 0)
        {
            change.TellOwner("nobody", $"Nobody can decide in step '{rules.Name}' of {change.State.SubjectId}: {string.Join(", ", rules.Approvers)} selects nobody who may.");
        }
    }

    private static void ScheduleClocks(this ApprovalChange change, StepRun run)
    {
        var calendar = change.Facts.Calendar(change.Policy.CalendarOf(run.Step));
        if (run.DueAt > run.OpenedAt)
        {
            change.Schedule(ApprovalClock.Reminder, run.Number, 1, ApprovalTimes.PartOf(calendar, run.OpenedAt, run.DueAt, 0.5));
            change.Schedule(ApprovalClock.Reminder, run.Number, 2, ApprovalTimes.PartOf(calendar, run.OpenedAt, run.DueAt, 0.9));
        }

        change.Schedule(ApprovalClock.Step, run.Number, 0, run.DueAt + ApprovalTimes.JustAfter);
    }

    /// <summary>What an approver reads; where silence would count, it names date, time and that consequence.</summary>
    private static string Question(this ApprovalChange change, StepRun run, ApprovalStep step)
    {
        var about = step.Concern == ApprovalConcern.Everything ? "" : $" ({step.Concern.ToString().ToLowerInvariant()})";
        var silence = run.NoticeNamesSilence ? $" If you say nothing until then, it counts as approved, as agreed in {change.Facts.TacitClause?.ToString() ?? "the agreement"}." : "";
        return $"Please decide on {change.State.Kind} {change.State.SubjectId}{about}: {Words(run.Parts)}, until {run.DueAt}.{silence}";
    }

    private static string Words(IReadOnlyList<ApprovalPart> parts) => string.Join(", ", parts.Select(p => $"'{p.Name}' {p.Hash.Abbreviated}"));

    private static string Words(IReadOnlyList<Recipient> people) => people.Count == 0 ? "nobody" : string.Join(", ", people);
}
