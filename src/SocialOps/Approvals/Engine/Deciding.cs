namespace SocialOps.Approvals;

/// <summary>An approver's decision: whether it is admitted, and what it changes.</summary>
internal static class Deciding
{
    public static ApprovalOutcome Decide(this ApprovalChange change, ApprovalCommand.Decide command)
    {
        if (Faults(command, change) is { Count: > 0 } faults)
        {
            return new ApprovalOutcome.Refused(faults);
        }

        var targets = command.Parts is { } chosen ? chosen : [.. change.State.Parts.Where(p => p.State == PartState.InReview).Select(p => new ApprovalPart(p.Name, p.Hash))];
        var admissions = targets.Select(t => Admission.Of(change, command, t)).ToList();
        if (command.Parts is null && admissions.Any(a => a.Obstacle is null))
        {
            admissions.RemoveAll(a => a.Obstacle is not null);
        }

        if (admissions.Count == 0)
        {
            return change.Closed(change.State.Parts[0], command.Step);
        }

        if (admissions.FirstOrDefault(a => a.Obstacle is ApprovalOutcome.AlreadyDecided) is { } late)
        {
            return late.Obstacle!;
        }

        var refusals = admissions.Select(a => a.Obstacle).OfType<ApprovalOutcome.Refused>().SelectMany(r => r.Reasons).Distinct().ToList();
        if (refusals.Count > 0)
        {
            return new ApprovalOutcome.Refused(refusals);
        }

        foreach (var group in admissions.GroupBy(a => (a.Run!.Number, a.Voter!.Key)))
        {
            change.Record(command, [.. group]);
        }

        change.Settle([.. admissions.Select(a => a.Part.Name)]);
        return new ApprovalOutcome.Accepted();
    }

    /// <summary>Who closed what is asked for, or why nobody did.</summary>
    public static ApprovalOutcome Closed(this ApprovalChange change, PartReview part, int? step)
    {
        if (part.State is PartState.Expired or PartState.Withdrawn)
        {
            return new ApprovalOutcome.Refused([$"'{part.Name}' is {part.State}: {part.Reason} Submit it again."]);
        }

        var last = change.State.Decisions.LastOrDefault(d => d.RevokedAt is null && (step is null || d.Step == step) && d.Find(part.Name)?.Hash == part.Hash);
        return last is null
            ? new ApprovalOutcome.Refused([$"'{part.Name}' is {part.State}; nothing is asked."])
            : new ApprovalOutcome.AlreadyDecided(last.By, last.At, last.Kind);
    }

    private static List<string> Faults(ApprovalCommand.Decide command, ApprovalChange change)
    {
        var faults = new List<string>();
        if (command.Kind is DecisionKind.Tacit)
        {
            faults.Add("Silence is nobody's decision.");
        }

        if (command.Kind is DecisionKind.Reject or DecisionKind.RequestChanges && string.IsNullOrWhiteSpace(command.Comment))
        {
            faults.Add($"{command.Kind} needs a comment: say what is wrong.");
        }

        if (command.Parts is { Count: 0 })
        {
            faults.Add("No part is named. Name one, or leave the parts out for all that wait.");
        }

        if (command.Assurance < change.Policy.MinimumAssurance(change.State.Risk))
        {
            faults.Add($"Risk class {change.State.Risk} needs {change.Policy.MinimumAssurance(change.State.Risk)}; this came as {command.Assurance}.");
        }

        return faults;
    }

    private static void Record(this ApprovalChange change, ApprovalCommand.Decide command, IReadOnlyList<Admission> admitted)
    {
        var (run, first) = (admitted[0].Run!, admitted[0]);
        var step = change.Policy.Steps[run.Step];
        var decision = new ApprovalDecision
        {
            Number = change.State.Decisions.Count + 1,
            Step = run.Step,
            Kind = command.Kind,
            By = command.By,
            OnBehalfOf = first.Delegation?.From,
            Delegation = first.Delegation?.Id,
            Seats = Eligibility.SeatsOf(step, first.Voter!, change.Facts, run.OpenedAt, change.Now),
            Parts = [.. admitted.Select(a => new DecidedPart(a.Part.Name, a.Part.Hash, change.State.FindPart(a.Part.Name)!.Revision))],
            Window = change.State.Window,
            At = change.Now,
            AskedAt = run.OpenedAt,
            Via = command.Via,
            Comment = command.Comment,
            Assurance = command.Assurance,
            Evidence = command.Evidence,
            IsEscalated = first.AsOwner,
        };
        change.Record(decision, step);
        foreach (var part in command.Kind == DecisionKind.Approve ? [] : decision.Parts)
        {
            var trigger = command.Kind == DecisionKind.Reject ? ApprovalTrigger.Reject : ApprovalTrigger.RequestChanges;
            change.Move(part.Name, trigger, ApprovalChange.ActorOf(command.By, command.Via), $"{decision.Who}: {command.Comment}");
            change.Tell(change.State.Author, "back", $"{decision.Who} {(command.Kind == DecisionKind.Reject ? "rejected" : "wants changes of")} '{part.Name}' of {change.State.SubjectId}: {command.Comment}");
        }
    }

    public static void Record(this ApprovalChange change, ApprovalDecision decision, ApprovalStep step)
    {
        var concern = step.Concern == ApprovalConcern.Everything ? "" : $" ({step.Concern.ToString().ToLowerInvariant()})";
        var solo = change.Policy.Definition.SoloMode && decision.Voter == change.State.Author ? ", solo mode" : "";
        var evidence = decision.Evidence.Count == 0 ? "" : $", evidence {string.Join(", ", decision.Evidence)}";
        var parts = string.Join(", ", decision.Parts.Select(p => $"'{p.Name}' {p.Hash.Abbreviated}"));
        var comment = decision.Comment is null ? "" : $": {decision.Comment}";
        change.Emit(
            new ApprovalEvent.Decided(decision),
            decision.Kind == DecisionKind.Tacit ? Actor.Engine : ApprovalChange.ActorOf(decision.By, decision.Via),
            decision.Kind.ToString().ToLowerInvariant(),
            $"{decision.Who}: {decision.Kind} of {parts} in step '{step.Name}'{concern}, via {decision.Via}, {decision.Assurance}{solo}{evidence}{comment}");
    }
}
