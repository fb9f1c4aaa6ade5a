using NodaTime;
using SocialOps.Publishing;

namespace SocialOps.Inbox;

/// <summary>Decides what a command does to a case. Pure: the same arguments give the same transition.</summary>
internal static class CaseDecision
{
    /// <summary>The transition, or <see langword="null"/> when the command has been overtaken by what happened since.</summary>
    /// <exception cref="InvalidTransitionException">A person's command is not possible now.</exception>
    public static CaseTransition? Decide(Case state, CaseCommand command, CaseTerms terms, Actor actor, Instant now)
    {
        if (IsOvertaken(state, command))
        {
            return null;
        }

        if (state.ClosedAt is { } closedAt && command is not (CaseCommand.Moderate or CaseCommand.Erase) && !state.IsReopenedBy(command))
        {
            throw new InvalidTransitionException($"Case {state.Id}", $"it was closed at {closedAt} ({state.CloseReason}). A new comment opens a new case.");
        }

        var change = new CaseChange(state, terms, actor, now);
        Apply(change, command, actor);
        change.CheckDeferral();
        change.KeepDue();
        return change.ToTransition();
    }

    private static bool IsOvertaken(Case state, CaseCommand command) => command switch
    {
        CaseCommand.StepDue step => state.ClosedAt is not null || state.EscalationSequence != step.Sequence,
        CaseCommand.ClockDue due => state.ClosedAt is not null || state.FindClock(due.Kind) is not { State: ClockState.Running } clock || clock.Sequence != due.Sequence,
        CaseCommand.DialogueDue due => state.ClosedAt is not null || state.Dialogue?.Sequence != due.Sequence,
        CaseCommand.WaveDue due => state.ClosedAt is not null || state.WaveSequence != due.Sequence,
        CaseCommand.Learned => state.ClosedAt is not null && !state.IsReopenedBy(command),
        CaseCommand.NoticeDelivered or CaseCommand.ReplyOutcome or CaseCommand.SendApproved => state.ClosedAt is not null,
        _ => false,
    };

    private static void Apply(CaseChange change, CaseCommand command, Actor actor)
    {
        switch (command)
        {
            case CaseCommand.Open open:
                change.Open(open);
                break;
            case CaseCommand.Join join:
                change.Join(join.Item);
                break;
            case CaseCommand.Learned learned:
                change.Learned(learned.Before, learned.After);
                break;
            case CaseCommand.Erase erase:
                change.Erase(erase);
                break;
            case CaseCommand.StepDue:
                change.GoOn(change.State.AcknowledgedAt is null ? "Nobody has reacted yet" : "Acknowledged is not handled");
                break;
            case CaseCommand.WaveDue:
                change.WaveDue();
                break;
            case CaseCommand.SetWave set:
                change.SetWave(actor, set.Level, set.Reason);
                break;
            case CaseCommand.ClockDue due:
                change.Breach(change.State.FindClock(due.Kind)!);
                change.Escalate($"{due.Kind} missed");
                break;
            case CaseCommand.NoticeDelivered delivered:
                change.NoticeDelivered(delivered);
                break;
            case CaseCommand.ReplyOutcome outcome:
                change.ReplyOutcome(outcome);
                change.CloseWithdrawn();
                break;
            case CaseCommand.Claim:
                change.Claim(actor);
                break;
            case CaseCommand.Acknowledge acknowledge:
                change.Acknowledge(actor, acknowledge.Reason);
                break;
            case CaseCommand.Reply reply:
                change.Reply(actor, reply);
                break;
            case CaseCommand.ProposeReply propose:
                change.ProposeReply(actor, propose.Drafts);
                break;
            case CaseCommand.SendApproved approved:
                change.SendApproved(approved);
                break;
            case CaseCommand.BeginReply:
                change.BeginReply(actor);
                break;
            case CaseCommand.Moderate moderate:
                change.Moderate(actor, moderate.Decision);
                break;
            case CaseCommand.Defer defer:
                change.Defer(actor, defer);
                break;
            case CaseCommand.RevokeDeferral revoke:
                change.RevokeDeferral(revoke.Reason);
                break;
            case CaseCommand.RecordStep record:
                change.RecordStep(actor, record.Step, record.What);
                break;
            case CaseCommand.ClientAnswers answers:
                change.ClientAnswers(actor, answers.Answer);
                break;
            case CaseCommand.Relabel label:
                change.Relabel(actor, label);
                break;
            case CaseCommand.DialogueDue:
                change.DialogueDue();
                break;
            case CaseCommand.ContactClient contact:
                change.ContactClient(actor, contact.Text);
                break;
            case CaseCommand.HandOver handOver:
                change.HandOver(actor, handOver);
                break;
            case CaseCommand.Settle settle:
                change.Settle(actor, settle.Reason);
                break;
        }
    }

    private static void NoticeDelivered(this CaseChange change, CaseCommand.NoticeDelivered delivered)
    {
        change.End(ClockKind.ClientContact, delivered.At);
        if (change.State.ClientReplies && !change.State.WaitsForClientClaim())
        {
            change.Close(CloseReason.HandedOver, $"{change.Terms.Client.Name} replies and has been told.");
        }
        else if (change.State.Dialogue is { NeedsClient: true, Client.Answer: null })
        {
            change.ClientIsThere(inPerson: false); // the ladder's own steps are no action of a person
        }
        else if (change.State.AcknowledgedAt is not null)
        {
            change.Acted();
        }
    }

    private static void ReplyOutcome(this CaseChange change, CaseCommand.ReplyOutcome outcome)
    {
        if (outcome.State == PublicationState.Held)
        {
            change.Event("reply.held", outcome.Reason ?? "It may not be sent.");
            change.Escalate($"The reply is held ({outcome.Reason}); confirm or cancel it");
            return;
        }

        if (outcome.State == PublicationState.NeedsHuman)
        {
            change.Event("reply.unclear", outcome.Reason ?? "Nobody knows whether the reply was sent.");
            change.Escalate("It is unclear whether the reply was sent; nothing else is sent before a person has looked");
            return;
        }

        var stood = change.State.Dialogue?.OnItsWay;
        change.State = change.State with { ReplyPending = false, Dialogue = change.State.Dialogue is { } dialogue ? dialogue with { OnItsWay = null } : null };
        if (outcome.State == PublicationState.Published)
        {
            change.State = change.State with { Replies = change.State.Replies + 1 };
            change.Event("reply.published", "The author can see the reply.");
            change.Spoken();
            if (outcome.InReplyTo == change.State.ExternalId)
            {
                change.Acknowledged(outcome.At);
            }
            else if (stood is not null)
            {
                change.Acted();
            }

            if (stood is { } on)
            {
                change.TryMove(on, "The author can see it.");
            }

            return;
        }

        change.Event("reply.failed", outcome.Reason ?? "The reply was not sent.");
        change.Escalate($"The reply was not sent ({outcome.Reason})");
    }
}
