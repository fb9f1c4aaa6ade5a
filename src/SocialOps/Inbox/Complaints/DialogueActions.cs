using SocialOps.Responses;

namespace SocialOps.Inbox;

/// <summary>What people do in the dialogue with whoever complained.</summary>
internal static class DialogueActions
{
    /// <summary>A step was taken elsewhere; it is recorded as if the author had seen it here.</summary>
    public static void RecordStep(this CaseChange change, Actor actor, ComplaintStep step, string what)
    {
        change.TakeOn(actor);
        change.RequireMove(EventOf(step));
        change.Event("complaint.recorded", $"{actor.Id}, {step}: {what}");
        if (step == ComplaintStep.AskClient)
        {
            change.Set(change.State.Dialogue! with { Client = ClientReach.NotYet }); // what was said before did not do
            change.AskForClient();
        }
        else
        {
            change.TryMove(EventOf(step), what);
        }

        if (change.State.ClosedAt is null)
        {
            change.ActedInDialogue(step == ComplaintStep.Apologise);
        }
    }

    public static void ClientAnswers(this CaseChange change, Actor actor, ClientAnswer answer)
    {
        change.TakeOn(actor);
        if (change.State.Dialogue is null or { Stage: ComplaintStage.Accepted or ComplaintStage.Settled })
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"no answer of the client is awaited: {change.State.Dialogue?.Stage.ToString() ?? change.State.Category.ToString()}.");
        }

        CaseActor.RequireKnown(new People.Recipient.OfClient(change.State.Client, answer.Contact), change.Terms);
        change.ClientAnswered(answer);
        change.Acted();
    }

    /// <summary>A person says that it is settled.</summary>
    public static void SettleComplaint(this CaseChange change, Actor actor, string reason)
    {
        change.RequireMove(ComplaintEvent.SettledByPerson);
        change.TakeOn(actor);
        if (change.State.AcknowledgedAt is null)
        {
            change.End(ClockKind.Acknowledge);
        }

        change.Event("case.settled", $"{actor.Id}: {reason}");
        change.TryMove(ComplaintEvent.SettledByPerson, reason);
    }

    /// <summary>A person says what it is; that beats every rule and every model (responses d.1).</summary>
    public static void Relabel(this CaseChange change, Actor actor, CaseCommand.Relabel label)
    {
        change.TakeOn(actor);
        change.Event("case.relabelled", $"{actor.Id}: {change.State.Category} -> {label.Category}, severity {(int)change.State.Severity} -> {(int)label.Severity}. {label.Reason}");
        change.State = change.State with
        {
            Category = label.Category,
            Cause = label.Cause,
            Severity = CaseWave.WithWave(label.Severity, change.State.Alarm.Peak),
            Dialogue = label.Category == Channels.Category.Complaint ? change.State.Dialogue : null,
            ProposedReply = change.Terms.Policy.Decide(label.Item.Classification, change.Terms.FactsOf(label.Item, (int)change.State.Alarm.Level)).Find(ActionKind.Apologise)?.Reply,
        };
        if (change.State is { Category: Channels.Category.Complaint, Dialogue: null, ClientReplies: false })
        {
            change.State = change.State with { Dialogue = new() { Author = change.State.Author, Item = change.State.Item, ExternalId = change.State.ExternalId } };
            change.Event("complaint.received", $"{label.Cause}: an apology comes first.");
        }

        if (change.State.Dialogue is not { AwaitsAuthor: true })
        {
            change.ResumeResolve();
        }

        if (change.State.AcknowledgedAt is null)
        {
            change.Start(ClockKind.Acknowledge, change.Now);
        }
        else
        {
            change.Acted();
        }
    }

    public static ComplaintEvent EventOf(ComplaintStep step) => step switch
    {
        ComplaintStep.Apologise => ComplaintEvent.ApologySeen,
        ComplaintStep.MovePrivate => ComplaintEvent.PrivateMoveSeen,
        ComplaintStep.AskClient => ComplaintEvent.ClientNeeded,
        ComplaintStep.OfferSolution => ComplaintEvent.SolutionSeen,
        ComplaintStep.Accept => ComplaintEvent.SolutionAccepted,
        _ => ComplaintEvent.FollowedUp,
    };

    /// <summary>Which item a reply answers, and what it stands for once the author can see it.</summary>
    public static (string Answers, ComplaintEvent? On) MeaningOf(this CaseChange change, CaseReply reply)
    {
        var (state, dialogue) = (change.State, change.State.Dialogue);
        var theirs = dialogue is not null && state.Author != dialogue.Author ? dialogue.ExternalId : state.ExternalId;
        if (reply.Step is { } step)
        {
            if (step is ComplaintStep.AskClient or ComplaintStep.Accept)
            {
                throw new InvalidTransitionException($"Case {state.Id}", $"{step} is nothing that is sent. Record it with RecordStepAsync.");
            }

            change.RequireMove(EventOf(step));
            return (theirs, EventOf(step));
        }

        return dialogue is { Stage: ComplaintStage.Received } && theirs == state.ExternalId ? (theirs, ComplaintEvent.ApologySeen) : (state.ExternalId, null);
    }

    /// <exception cref="InvalidTransitionException">A reply to a complaint must not say this, or not yet.</exception>
    public static void RequireWording(this CaseChange change, string text, string answers, ComplaintEvent? on, bool isOwn)
    {
        var state = change.State;
        if (state.Category != Channels.Category.Complaint && state.Dialogue is null)
        {
            return;
        }

        var isFirst = isOwn && (on == ComplaintEvent.ApologySeen || (state is { Category: Channels.Category.Complaint, AcknowledgedAt: null } && answers == state.ExternalId));
        if (ComplaintWording.FindFault(text, isFirst, state.Cause, state.Dialogue?.Client.Answer is { AllowsCompensation: true }) is { } fault)
        {
            throw new InvalidTransitionException($"Case {state.Id}", fault);
        }
    }

    private static void ActedInDialogue(this CaseChange change, bool acknowledges)
    {
        if (acknowledges)
        {
            change.Acknowledged();
        }
        else
        {
            change.Acted();
        }
    }
}
