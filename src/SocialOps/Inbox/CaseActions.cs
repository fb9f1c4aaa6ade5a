using NodaTime;
using SocialOps.Publishing;

namespace SocialOps.Inbox;

/// <summary>What people do with a case.</summary>
internal static class CaseActions
{
    public static void Claim(this CaseChange change, Actor actor)
    {
        var who = CaseActor.RecipientOf(actor, change.Terms);
        if (actor.Kind == ActorKind.ClientContact && change.State.Dialogue is { NeedsClient: true, Client.Answer: null })
        {
            change.ClaimForClient(who);
            return;
        }

        if (change.State is { ClaimedAt: { } since, Responsible: { } other } && other != who)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"{other} has taken it on at {since}. Let them hand it over.");
        }

        change.ActedBy = who;
        change.State = change.State with { Responsible = who, ClaimedAt = change.Now };
        change.Event("case.claimed", $"{who} takes it on.");
        change.StopEscalation($"{who} takes it on.");
        if (change.State.ClientReplies && actor.Kind == ActorKind.ClientContact)
        {
            change.End(ClockKind.Acknowledge);
            change.End(ClockKind.ClientContact);
            change.Close(CloseReason.HandedOver, $"{who} takes it on for {change.Terms.Client.Name}.");
        }
    }

    public static void Acknowledge(this CaseChange change, Actor actor, string reason)
    {
        change.TakeOn(actor);
        change.Event("case.acknowledged", reason);
        change.Acknowledged();
    }

    public static void Reply(this CaseChange change, Actor actor, CaseCommand.Reply command)
    {
        RequireNoReplyPending(change);
        CaseActor.RequireAuthor(actor, change.State, change.Terms);
        change.RequireNoCollision(actor, command);
        var level = CaseActor.RequireAutonomy(actor, change.State.Category, change.Terms, command.Content.Text is not null);
        var proposed = command.Content.Text is null ? change.WordingOf(change.State.ProposedReply) : default;
        var text = command.Content.Text ?? proposed.Text
            ?? throw new InvalidTransitionException($"Case {change.State.Id}", $"{proposed.Why}. Give the reply's text.");
        var sent = new SentReply(command.NewPublication.Value, actor.Id, level, command.Content.Text is null ? change.State.ProposedReply : null, command.Content.Text is null ? proposed.Wording : Responses.ReplyChoice.MarkOf(text), text);
        var (meant, on) = change.MeaningOf(command.Content);
        var answers = command.Seen?.ExternalId ?? meant;
        if (on is null && change.State.Dialogue is { Stage: ComplaintStage.Received } waiting && command.Seen?.Author == waiting.Author)
        {
            on = ComplaintEvent.ApologySeen;
        }

        change.RequireWording(text, answers, on, isOwn: command.Content.Text is not null);
        change.TakeOn(actor);
        change.Send(command.NewPublication, text, change.Basis(PublicationBasisKind.Person, command.Content.Text is null ? change.State.ProposedReply!.Value.Value : actor.Id), sent, answers);
        change.State = change.State with { Writing = null };
        if (on is not null)
        {
            change.Set(change.State.Dialogue! with { OnItsWay = on });
        }

        change.Event("reply.decided", $"{actor.Id} answers.");
    }

    /// <summary>Written but not approved: that is "mine", and nothing that the author has seen.</summary>
    public static void ProposeReply(this CaseChange change, Actor actor, int drafts)
    {
        RequireNoReplyPending(change);
        CaseActor.RequireAuthor(actor, change.State, change.Terms);
        change.TakeOn(actor);
        change.Event("reply.proposed", $"{actor.Id} proposes a reply{(drafts == 1 ? "" : $" in {drafts} drafts")}; it waits for approval.");
        change.StopEscalation("A reply is proposed.");
    }

    /// <summary>A second reply to the same thing is never sent: whoever wrote this one decides again.</summary>
    public static void SendApproved(this CaseChange change, CaseCommand.SendApproved approved)
    {
        var (proposal, draft) = (approved.Proposal, approved.Draft);
        if (change.State.ReplyPending)
        {
            change.Event("reply.not-sent", $"'{draft.Name}' of {proposal.Author} is approved, but another reply is on its way.");
            change.Tell(proposal.Author, $"Your reply is approved and was not sent: another one was faster. Propose it again if it is still needed: {change.Describe()}");
            return;
        }

        change.Send(proposal, draft, change.Basis(PublicationBasisKind.Quorum, approved.Request));
        if (change.State.Dialogue is { Stage: ComplaintStage.Received } dialogue && Responses.ComplaintWording.Apologises(draft.Text))
        {
            change.Set(dialogue with { OnItsWay = ComplaintEvent.ApologySeen });
        }

        change.Event("reply.approved", $"'{draft.Name}' of {proposal.Author} is approved and sent.");
    }

    public static void ContactClient(this CaseChange change, Actor actor, string text)
    {
        change.TakeOn(actor);
        if (change.Terms.ContactFor(change.State) is null)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"{change.Terms.Client.Name} has no contact. Add one to the client's definition.");
        }

        if (change.State.Dialogue is { NeedsClient: false, Stage: ComplaintStage.Received or ComplaintStage.Apologised or ComplaintStage.MovedPrivate })
        {
            change.AskForClient(text);
        }
        else
        {
            change.TellClient(text);
        }

        if (change.State is { AcknowledgedAt: not null, Dialogue: { NeedsClient: true, Client.Answer: null } })
        {
            change.Acted();
        }
    }

    /// <summary>What is done to somebody's item is the reaction to it; where the case is about another one it is not.</summary>
    public static void Moderate(this CaseChange change, Actor actor, ItemModeration decision)
    {
        CaseActor.RequireAuthor(actor, change.State, change.Terms);
        CaseActor.RequireAutonomy(actor, change.State.Category, change.Terms, ownWords: false);
        change.Event("item.moderation", $"{actor.Id}: {decision.Action}, because of \"{decision.Rule}\"; evidence {decision.Evidence.Hash}.");
        if (change.State.ClosedAt is not null)
        {
            return;
        }

        change.TakeOn(actor);
        if (decision.Item == change.State.Item && change.State.AcknowledgedAt is null)
        {
            change.Acknowledged();
        }
        else
        {
            change.StopEscalation("Somebody has acted.");
        }
    }

    public static void HandOver(this CaseChange change, Actor actor, CaseCommand.HandOver command)
    {
        CaseActor.RequireKnown(command.To, change.Terms);
        change.TakeOn(actor);
        change.State = change.State with { Responsible = command.To, ClaimedAt = null };
        change.Event("case.handed-over", $"To {command.To}: {command.Reason}");
        change.Tell(command.To, $"Handed to you ({command.Reason}): {change.Describe()}");
        change.Acted();
    }

    public static void Settle(this CaseChange change, Actor actor, string reason)
    {
        if (change.State.ReplyPending)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", "a reply is still on its way. Wait for its outcome, then settle.");
        }

        if (change.State.WaitsForClientClaim() && actor.Kind != ActorKind.ClientContact)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"it is for {change.Terms.Client.Name} to say \"mine\": severity {(int)change.State.Severity}, and the client replies.");
        }

        if (change.State.Dialogue is not null)
        {
            change.SettleComplaint(actor, reason);
            return;
        }

        change.TakeOn(actor);
        if (change.State.AcknowledgedAt is null)
        {
            change.End(ClockKind.Acknowledge);
        }

        change.End(ClockKind.NextAction);
        change.End(ClockKind.Resolve);
        change.Close(CloseReason.Settled, reason);
    }

    /// <summary>The author has seen a reaction, or a person decided that none is due: the second clock starts. Without one the case is settled.</summary>
    public static void Acknowledged(this CaseChange change, Instant? at = null)
    {
        change.End(ClockKind.Acknowledge, at);
        change.State = change.State with { AcknowledgedAt = change.State.AcknowledgedAt ?? at ?? change.Now };
        change.Acted();
        if (change.State.FindClock(ClockKind.NextAction) is not { IsOpen: true } && change.State is { ReplyPending: false, Dialogue: null } && !change.State.WaitsForClientClaim())
        {
            change.Close(CloseReason.Settled, "Acknowledged, and nothing further was promised.");
        }
    }

    /// <summary>An action ends the running NextAction clock and starts it again.</summary>
    public static void Acted(this CaseChange change)
    {
        change.Assessed();
        change.State = change.State with { LastActionAt = change.Now };
        change.End(ClockKind.NextAction);
        if (change.State.Dialogue is not { Stage: ComplaintStage.Settled })
        {
            change.Start(ClockKind.NextAction, change.Now);
        }

        change.StopEscalation("Somebody has acted.");
    }

    public static void Close(this CaseChange change, CloseReason reason, string why)
    {
        change.StopAll();
        change.State = change.State with { ClosedAt = change.Now, CloseReason = reason, Escalation = null, EscalationSequence = 0, Dialogue = change.State.Dialogue is { } dialogue ? dialogue with { Sequence = 0 } : null };
        change.Event("case.closed", $"{reason}: {why}");
    }

    private static void RequireNoReplyPending(CaseChange change)
    {
        if (change.State.ReplyPending)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", "a reply is still on its way. Wait for its outcome.");
        }
    }

    public static void TakeOn(this CaseChange change, Actor actor)
    {
        var who = CaseActor.RecipientOf(actor, change.Terms);
        change.ActedBy = who;
        change.State = change.State with { Responsible = who, ClaimedAt = change.State.Responsible == who ? change.State.ClaimedAt ?? change.Now : change.Now };
    }
}
