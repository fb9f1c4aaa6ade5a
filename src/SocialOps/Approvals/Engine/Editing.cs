using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>New bytes, a new slot, approvals taken back: what was approved is counted again.</summary>
internal static class Editing
{
    public static ApprovalOutcome Revise(this ApprovalChange change, ApprovalCommand.Revise command)
    {
        var faults = command.Parts.SelectMany(p => WhyNot(change, p, command.By)).ToList();
        if (faults.Count > 0 || command.Parts.Count == 0)
        {
            return new ApprovalOutcome.Refused(faults.Count > 0 ? faults : ["No part is named."]);
        }

        var changed = command.Parts.Where(p => change.State.FindPart(p.Name) is not { } part || part.Hash != p.Hash || part.State is PartState.Expired).ToList();
        foreach (var part in changed)
        {
            change.ReviseOne(part, command.By);
        }

        change.Settle([.. changed.Select(p => p.Name)], anew: true);
        return new ApprovalOutcome.Accepted();
    }

    /// <summary>The editing approver's own approval attaches to the new version; earlier steps are asked again unless the policy keeps them.</summary>
    public static ApprovalOutcome Edit(this ApprovalChange change, ApprovalCommand.EditByApprover command)
    {
        var faults = command.Parts.SelectMany(p => WhyNot(change, p, command.By)).ToList();
        var present = command.Parts.Where(p => change.State.FindPart(p.Name) is not null).Select(p => new ApprovalPart(p.Name, change.State.FindPart(p.Name)!.Hash)).ToList();
        if (faults.Count > 0 || present.Count != command.Parts.Count || present.Count == 0)
        {
            return new ApprovalOutcome.Refused(faults.Count > 0 ? faults : ["Only parts of the request can be edited: name them."]);
        }

        // Editing needs the right to ask for changes of what is there; whether the own approval counts is a question of its own.
        var right = new ApprovalCommand.Decide(DecisionKind.RequestChanges, command.By, command.Via) { Comment = "edit", Assurance = command.Assurance };
        var admissions = present.Select(p => Admission.Of(change, right, p)).ToList();
        if (admissions.FirstOrDefault(a => a.Obstacle is not null) is { } refused)
        {
            return refused.Obstacle!;
        }

        if (command.Assurance < change.Policy.MinimumAssurance(change.State.Risk))
        {
            return new ApprovalOutcome.Refused([$"Risk class {change.State.Risk} needs {change.Policy.MinimumAssurance(change.State.Risk)}; this came as {command.Assurance}."]);
        }

        for (var i = 0; i < command.Parts.Count; i++)
        {
            var (tally, before) = (change.Tally, change.Counted(change.State.FindPart(present[i].Name)!));
            change.ReviseOne(command.Parts[i], command.By);
            if (change.Policy.Definition.ApproverEditKeepsEarlierSteps)
            {
                change.KeepEarlierSteps(tally, before, admissions[i].Run!.Step);
            }

            change.Attach(command, admissions[i], command.Parts[i]);
        }

        change.Settle([.. command.Parts.Select(p => p.Name)], anew: true);
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome Reschedule(this ApprovalChange change, ApprovalCommand.Reschedule command)
    {
        var window = command.Window ?? change.State.Window;
        if (command.Window is { } given && (given.NotAfter < given.NotBefore || (command.PublishAt is { } slot && !given.Contains(slot))))
        {
            return new ApprovalOutcome.Refused([$"The window {given} does not contain the slot {command.PublishAt}."]);
        }

        if (command.Window is null && window is not null && command.PublishAt is { } at && !window.Contains(at))
        {
            window = new(Earlier(window.NotBefore, at), Later(window.NotAfter, at));
        }

        change.Emit(new ApprovalEvent.Rescheduled(command.PublishAt, window, command.By), ApprovalChange.ActorOf(command.By), "rescheduled", $"{command.By} moved the slot to {command.PublishAt}");
        var asked = change.State.Parts.Where(p => p.State == PartState.InReview).Select(p => p.Name).ToList();
        change.Settle(asked, anew: true);
        change.Settle([.. change.State.Parts.Where(p => p.State == PartState.Approved && p.PublishedAt is null && !asked.Contains(p.Name)).Select(p => p.Name)]);
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome Revoke(this ApprovalChange change, ApprovalCommand.Revoke command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new ApprovalOutcome.Refused(["Taking an approval back needs a reason."]);
        }

        var parts = change.State.Parts.Where(p => p.PublishedAt is null && p.State is not (PartState.Withdrawn or PartState.Rejected) && command.Parts?.Contains(p.Name) != false).Select(p => p.Name).ToList();
        var own = change.State.Decisions.Where(d => d.RevokedAt is null && d.Parts.Any(p => parts.Contains(p.Name)) && change.Owns(d, command.By)).ToList();
        if (own.Count == 0)
        {
            return new ApprovalOutcome.Refused([$"There is no approval of {command.By} that could still be taken back: it is published, or never was."]);
        }

        // A decision falls as a whole: its parts that are not meant were decided in the same breath, and are asked for again.
        foreach (var decision in own)
        {
            change.Emit(new ApprovalEvent.Revoked(decision.Number, command.By, command.Reason), ApprovalChange.ActorOf(command.By), "revoked", $"{command.By} took back decision {decision.Number} ({decision.Kind} of {decision.Who}): {command.Reason}");
        }

        change.Settle([.. change.State.Parts.Where(p => p.PublishedAt is null).Select(p => p.Name)]);
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome Withdraw(this ApprovalChange change, ApprovalCommand.Withdraw command)
    {
        var open = change.State.Parts.Where(p => p.PublishedAt is null && ApprovalTransitions.Find(p.State, ApprovalTrigger.Withdraw) is not null).ToList();
        if (open.Count == 0 || (command.By != change.State.Author && command.By is Recipient.OfClient))
        {
            return new ApprovalOutcome.Refused([open.Count == 0 ? "There is nothing left to take back." : $"{command.By} is not the author's side. Reject it instead."]);
        }

        foreach (var part in open)
        {
            change.Move(part.Name, ApprovalTrigger.Withdraw, ApprovalChange.ActorOf(command.By), $"{command.By}: {command.Reason}");
        }

        return new ApprovalOutcome.Accepted();
    }

    private static void ReviseOne(this ApprovalChange change, ApprovalPart part, Recipient by)
    {
        var before = change.State.FindPart(part.Name);
        var round = (before?.Round ?? 1) + (before?.State == PartState.ChangesRequested ? 1 : 0);
        change.Emit(new ApprovalEvent.PartRevised(part.Name, part.Hash, by, round), ApprovalChange.ActorOf(by), "revised", $"{by}: '{part.Name}' {before?.Hash.Abbreviated ?? "new"} -> {part.Hash.Abbreviated}, round {round}");
        if (round > change.Policy.Definition.MaxRounds)
        {
            var text = $"'{part.Name}' of {change.State.SubjectId} is in round {round}; {change.Policy.Definition.MaxRounds} were meant to be enough.";
            change.Emit(new ApprovalEvent.Warned("rounds", text), Actor.Engine, "budget", text);
            change.TellOwner("rounds", text);
        }
    }

    private static IEnumerable<string> WhyNot(ApprovalChange change, ApprovalPart part, Recipient by)
    {
        if (!Eligibility.IsKnown(by, change.Facts))
        {
            yield return $"{by} is not known to work for {change.Facts.Client}.";
        }

        foreach (var fault in Submitting.Faults(part))
        {
            yield return fault;
        }

        if (change.State.FindPart(part.Name) is { } review && (review.PublishedAt is not null || review.State is PartState.Rejected or PartState.Withdrawn))
        {
            yield return $"'{part.Name}' is {(review.PublishedAt is null ? review.State : "published")}: it cannot be changed in this request. Make a new one.";
        }

        if (change.State.Decisions.LastOrDefault(d => d.RevokedAt is null && d.Kind is DecisionKind.RequestChanges or DecisionKind.Reject && d.Find(part.Name)?.Hash == part.Hash) is { } against)
        {
            yield return $"'{part.Name}' {part.Hash.Abbreviated} is exactly what {against.Who} sent back: {against.Comment} Change it first.";
        }
    }

    private static void Attach(this ApprovalChange change, ApprovalCommand.EditByApprover command, Admission admission, ApprovalPart part)
    {
        var approve = new ApprovalCommand.Decide(DecisionKind.Approve, command.By, command.Via);
        var rules = change.Policy.Definition;
        var isAuthor = command.By == change.State.Author || admission.Voter == change.State.Author;
        if (!rules.SoloMode && (!rules.LastEditorMayApprove || (!rules.AuthorMayApprove && isAuthor)))
        {
            return; // the edit stands, the editor's own approval does not count
        }

        var (run, step) = (admission.Run!, change.Policy.Steps[admission.Run!.Step]);
        change.Record(new ApprovalDecision
        {
            Number = change.State.Decisions.Count + 1,
            Step = run.Step,
            Kind = approve.Kind,
            By = command.By,
            OnBehalfOf = admission.Delegation?.From,
            Delegation = admission.Delegation?.Id,
            Seats = Eligibility.SeatsOf(step, admission.Voter!, change.Facts, run.OpenedAt, change.Now),
            Parts = [new(part.Name, part.Hash, change.State.FindPart(part.Name)!.Revision)],
            Window = change.State.Window,
            At = change.Now,
            AskedAt = run.OpenedAt,
            Via = command.Via,
            Comment = command.Comment ?? "edited by the approver",
            Assurance = command.Assurance,
            IsEscalated = admission.AsOwner,
        }, step);
    }

    private static void KeepEarlierSteps(this ApprovalChange change, StepTally tally, CountedPart before, int step)
    {
        var (kept, basis) = (new List<int>(), ApprovalBasis.Quorum);
        for (var earlier = 0; earlier < step; earlier++)
        {
            tally.IsFilled(earlier, before, ref basis, kept, null);
        }

        foreach (var decision in change.State.Decisions.Where(d => kept.Contains(d.Number) && d.Kind == DecisionKind.Approve).ToList())
        {
            var part = change.State.FindPart(before.Name)!;
            var carried = decision with { Number = change.State.Decisions.Count + 1, Parts = [new(part.Name, part.Hash, part.Revision)], At = change.Now, CarriedFrom = decision.CarriedFrom ?? decision.Number };
            change.Record(carried, change.Policy.Steps[decision.Step]);
        }
    }

    /// <summary>Whether a decision is somebody's to take back: made by them or in their place; silence is everybody's who was asked.</summary>
    private static bool Owns(this ApprovalChange change, ApprovalDecision decision, Recipient who) => decision.Kind switch
    {
        DecisionKind.Approve => decision.By == who || decision.Voter == who,
        DecisionKind.Tacit => Eligibility.Selects(change.Policy.Steps[decision.Step], who, change.Facts, decision.AskedAt, change.Now),
        _ => false,
    };

    private static NodaTime.Instant Earlier(NodaTime.Instant a, NodaTime.Instant b) => NodaTime.Instant.Min(a, b);

    private static NodaTime.Instant Later(NodaTime.Instant a, NodaTime.Instant b) => NodaTime.Instant.Max(a, b);
}
