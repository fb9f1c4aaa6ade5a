using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>Whether somebody may decide on one part now, and in whose place.</summary>
internal sealed record Admission(ApprovalPart Part, StepRun? Run, Recipient? Voter, Delegation? Delegation, bool AsOwner, ApprovalOutcome? Obstacle)
{
    public static Admission Of(ApprovalChange change, ApprovalCommand.Decide command, ApprovalPart part)
    {
        if (change.State.FindPart(part.Name) is not { } review)
        {
            return Refuse(part, $"There is no part '{part.Name}' in this request.");
        }

        if (review.Hash != part.Hash)
        {
            return Refuse(part, $"'{part.Name}' has changed: you have seen {part.Hash.Abbreviated}, current is {review.Hash.Abbreviated}. Look at it again.");
        }

        if (review.State != PartState.InReview || change.State.FindRun(review.Run) is not { } run || (command.Step is { } asked && asked != run.Step))
        {
            return new(part, null, null, null, false, change.Closed(review, command.Step));
        }

        if (change.Now > run.DueAt)
        {
            return Refuse(part, $"Step '{change.Policy.Steps[run.Step].Name}' was due at {run.DueAt}.");
        }

        var admission = Seat(change, command, part, run);
        return admission.Obstacle is null && WhyNot(change, command, review, admission) is { } reason ? Refuse(part, reason) : admission;
    }

    private static Admission Seat(ApprovalChange change, ApprovalCommand.Decide command, ApprovalPart part, StepRun run)
    {
        var step = change.Policy.Steps[run.Step];
        if (command.OnBehalfOf is null && Eligibility.Selects(step, command.By, change.Facts, run.OpenedAt, change.Now))
        {
            return new(part, run, command.By, null, false, null);
        }

        if (command.OnBehalfOf is null && run.EscalatedAt is not null && command.By is Recipient.OfAgency { Person: var id } && id == change.Policy.Definition.AccountOwner && Eligibility.IsKnown(command.By, change.Facts))
        {
            return new(part, run, command.By, null, true, null);
        }

        if (Eligibility.FindDelegation(step, command.By, command.OnBehalfOf, part.Name, change.Facts, run.OpenedAt, change.Now) is { } delegation)
        {
            return new(part, run, delegation.From, delegation, false, null);
        }

        // An approver of a step that has closed for these bytes is told who was first.
        if (command.Step is null && change.State.Decisions.LastOrDefault(d => d.RevokedAt is null && d.Step < run.Step && d.Find(part.Name)?.Hash == part.Hash && Eligibility.Selects(change.Policy.Steps[d.Step], command.By, change.Facts, d.AskedAt, change.Now)) is { } first)
        {
            return new(part, run, null, null, false, new ApprovalOutcome.AlreadyDecided(first.By, first.At, first.Kind));
        }

        return Refuse(part, command.OnBehalfOf is { } principal
            ? $"{command.By} may not decide for {principal} in step '{step.Name}': no delegation holds now."
            : $"{command.By} is no approver of step '{step.Name}' ({string.Join(", ", step.Approvers)}).");
    }

    private static string? WhyNot(ApprovalChange change, ApprovalCommand.Decide command, PartReview part, Admission admission)
    {
        var rules = change.Policy.Definition;
        var (by, voter) = (command.By, admission.Voter!);
        if (change.Tally.HasOtherVoice(admission.Run!.Step, change.Counted(part), by, voter))
        {
            return $"{by} has decided in this step already, in another place: one person has one voice.";
        }

        if (command.Kind != DecisionKind.Approve || rules.SoloMode)
        {
            return null;
        }

        if (!rules.AuthorMayApprove && (by == change.State.Author || voter == change.State.Author))
        {
            return $"{change.State.Author} is the author and may not approve (four eyes). Let somebody else decide.";
        }

        return !rules.LastEditorMayApprove && (by == part.LastEditor || voter == part.LastEditor)
            ? $"{part.LastEditor} edited last and may not approve (four eyes). Let somebody else decide."
            : null;
    }

    private static Admission Refuse(ApprovalPart part, string reason) => new(part, null, null, null, false, new ApprovalOutcome.Refused([reason]));
}
