using SocialOps.Channels;
using SocialOps.Publishing;
using SocialOps.Responses;

namespace SocialOps.Inbox;

/// <summary>What follows from a first item.</summary>
internal static class CaseOpening
{
    public static Case StateOf(InboundItem item, CaseTerms terms, NodaTime.Instant now) => new()
    {
        Id = item.Case,
        Client = item.Client,
        Thread = item.Thread,
        Network = item.Network,
        Account = item.Account,
        Item = item.Id,
        ExternalId = item.ExternalId,
        Author = item.Author,
        Excerpt = Shorten(item.Text),
        Category = item.Classification.Category,
        Cause = item.Classification.Cause,
        Severity = item.Classification.Severity,
        Revision = terms.Revision,
        OpenedAt = now,
        Counters = item.Counters,
        Wave = Crisis.ThreadWave.None.Add(CaseWave.CommentOf(item)).Count(NodaTime.Instant.Min(item.WrittenAt, item.ReceivedAt), item.Counters),
        Kind = item.Kind,
        Language = item.Classification.Language?.Value,
        Experts = CaseExperts.Of(terms.Client, item.Text),
        ClientReplies = terms.ClientReplies(now),
        Responsible = terms.OnDuty(now, new(item.Network, item.Kind, item.Classification.Category, item.Classification.Severity)),
    };

    public static void Open(this CaseChange change, CaseCommand.Open command)
    {
        var outcome = change.Terms.Policy.Decide(command.Item.Classification, change.Terms.FactsOf(command.Item, (int)change.Terms.Crisis.Level));
        change.Event("case.opened", $"{change.State.Category}, severity {(int)change.State.Severity}: {WhyLabelled(command.Item)}");
        if (command.Item.DeletedAt is not null)
        {
            change.Close(CloseReason.WithdrawnByAuthor, "It was withdrawn before it was shown to us.");
        }
        else if (outcome.Find(ActionKind.Dismiss) is not null)
        {
            change.Close(CloseReason.NoActionDue, $"The policy says that {change.State.Category} needs nothing.");
        }
        else if (change.State.ClientReplies)
        {
            change.HandToClient();
        }
        else
        {
            change.Attend(outcome, command.Item, command.NewPublication);
            change.BeginDialogue(command.Item);
            change.LookAtWave();
            change.TellExperts();
        }
    }

    /// <summary>What is due for an item that the agency answers: clocks, a reply by standing autonomy or people who are told, the client.</summary>
    public static void Attend(this CaseChange change, ResponseOutcome outcome, InboundItem item, PublicationId? newPublication)
    {
        change.Start(ClockKind.Acknowledge, change.Now);
        change.Start(ClockKind.ClientContact, change.Now);
        change.StartResolve();
        if (!change.Thanks(outcome, newPublication))
        {
            change.State = change.State with { ProposedReply = change.Proposal(outcome, item) };
            change.Escalate($"New {change.State.Category}{change.Moderation(outcome)}");
        }

        if (outcome.Find(ActionKind.ContactClient) is not null)
        {
            change.TellClient("Please look at this with us");
        }
    }

    /// <summary>A thank-you by standing autonomy, where the lowest cap allows it and a wording is left (requirements 0.11, 4.14).</summary>
    private static bool Thanks(this CaseChange change, ResponseOutcome outcome, PublicationId? newPublication)
    {
        if (newPublication is not { } id || outcome.Find(ActionKind.Thank)?.Reply is not { } reply)
        {
            return false;
        }

        var (autonomy, wording) = (change.Terms.AutonomyOf(change.State, change.Now), change.WordingOf(reply));
        if (!autonomy.MayAct || wording.Text is null)
        {
            change.Event("reply.held", wording.Text is null ? $"No thank-you goes out by itself: {wording.Why}." : $"'{reply}' is proposed and not sent: {autonomy}.");
            return false;
        }

        change.Send(id, wording.Text, change.Basis(PublicationBasisKind.Standing, reply.Value), new(id.Value, QualitySample.Engine, autonomy.Level, reply, wording.Wording, wording.Text));
        change.Event("reply.decided", $"'{reply}' goes out by standing autonomy, {autonomy}.");
        if (autonomy.Level == People.AutonomyLevel.ActThenNotify && change.State.Responsible is { } responsible)
        {
            change.Tell(responsible, $"Sent by itself, please look: \"{wording.Text}\" to {change.Describe()}");
        }

        return true;
    }

    /// <summary>What is proposed to whoever reacts: an apology first, else a thank-you that may not go by itself, else the pool's answer.</summary>
    private static SavedReplyId? Proposal(this CaseChange change, ResponseOutcome outcome, InboundItem item)
    {
        if ((outcome.Find(ActionKind.Apologise) ?? outcome.Find(ActionKind.Thank))?.Reply is { } reply)
        {
            return reply;
        }

        if (outcome.Find(ActionKind.Answer) is null || change.Terms.FindAnswer(item.Text, change.Now) is not { } answer)
        {
            return null;
        }

        change.Event("answer.proposed", $"'{answer.Reply}' answers: {answer.Question}");
        return answer.Reply;
    }

    /// <summary>Where the client replies: grave things stay open until somebody there says "mine", everything else ends when they have been told.</summary>
    public static void HandToClient(this CaseChange change)
    {
        if (change.State.WaitsForClientClaim())
        {
            change.Start(ClockKind.Acknowledge, change.Now);
            change.Start(ClockKind.ClientContact, change.Now);
            change.Escalate($"New {change.State.Category}, the client has to act");
            change.TellClient("Please act now");
            return;
        }

        change.State = change.State with { Responsible = change.Terms.ContactFor(change.State) ?? change.State.Responsible };
        change.Start(ClockKind.ClientContact, change.Now);
        if (!change.TellClient("Please answer"))
        {
            change.Escalate("The client cannot be told");
        }
        else if (change.State.FindClock(ClockKind.ClientContact) is null)
        {
            change.Watch();
        }
    }

    /// <summary>Tells the client's contact for the matter, who is then asked for by the case until the notice is handed over.</summary>
    public static bool TellClient(this CaseChange change, string request)
    {
        if (change.Terms.ContactFor(change.State) is not { } contact)
        {
            return false;
        }

        change.Tell(contact, $"{request}: {change.Describe()}", confirm: true);
        change.Event("client.told", $"{contact} is being told.");
        return true;
    }

    /// <summary>Too grave to end with a notice: somebody at the client has to say "mine" (responses d.0).</summary>
    public static bool WaitsForClientClaim(this Case state)
        => state.ClientReplies && (state.Severity >= Severity.High || state.Category is Category.LegalOrPress or Category.SafetyEmergency);

    /// <summary>What the policy proposes to do to the item itself: people do it.</summary>
    private static string Moderation(this CaseChange change, ResponseOutcome outcome)
        => string.Concat(outcome.Steps.Where(s => s.Moderation is not null).Select(s => $"; the policy proposes to {s.Moderation.ToString()!.ToLowerInvariant()} it ({change.Terms.Pin(s.Reason ?? "")})"));

    private static string WhyLabelled(InboundItem item) => item.Classification.Labels is [var label, ..]
        ? $"{label with { Evidence = [] }}." // the words that matched are the author's
        : "neither a rule nor the classifier says what it is.";

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 140 ? line : string.Concat(line.EnumerateRunes().Take(137).Select(r => r.ToString())) + "...";
    }
}
