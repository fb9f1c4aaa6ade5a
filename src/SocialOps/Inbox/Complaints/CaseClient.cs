using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>Reaches the client about a complaint: one contact after the other, for ever, until one answers (requirements 0.15, 0.16).</summary>
internal static class CaseClient
{
    private static readonly Duration LongestPause = Duration.FromHours(4);

    /// <summary>The client is needed: at once, even while the apology is still due.</summary>
    /// <param name="change">The decision.</param>
    /// <param name="request">What the first contact reads; <see langword="null"/> for the usual words.</param>
    public static void AskForClient(this CaseChange change, string? request = null)
    {
        change.Set(change.State.Dialogue! with { NeedsClient = true });
        change.Begin(request);
        change.TryMove(ComplaintEvent.ClientNeeded, "The client has to decide.");
    }

    /// <summary>The dialogue has come to the client; whom we told before counts.</summary>
    public static void NeedClient(this CaseChange change)
    {
        change.Set(change.State.Dialogue! with { NeedsClient = true, AwaitsAuthor = false });
        change.ResumeResolve();
        change.Begin();
        if (change.State.Dialogue.Client.Answer is not null)
        {
            change.TryMove(ComplaintEvent.ClientAnswered, "The client has answered already.");
        }
        else if (change.State.Dialogue.Client.IsDelivered)
        {
            change.TryMove(ComplaintEvent.ClientTold, "The client has been told already.");
        }
    }

    /// <summary>Tells the next contact; after the last one it is said that nobody answers, and the round begins again.</summary>
    public static void ReachClient(this CaseChange change, string? request = null)
    {
        var reach = change.State.Dialogue!.Client;
        var contacts = change.Terms.ContactsFor(change.State);
        if (reach.Told < contacts.Count)
        {
            change.Tell(contacts[reach.Told], $"{request ?? "Please say what we may offer"}: {change.Describe()}", confirm: true, isRepeat: reach.Round > 0);
            change.Event("client.told", $"{contacts[reach.Told]} is being told.");
            change.Set(change.State.Dialogue with { Client = reach with { Told = reach.Told + 1 } });
            change.ScheduleDialogue(change.Now + (change.State.Severity >= Severity.Medium ? Duration.FromMinutes(30) : Duration.FromHours(2)));
            return;
        }

        change.Event("client.silent", $"None of {contacts.Count} contacts has answered; the round begins again.");
        change.Set(change.State.Dialogue with { Client = reach with { Told = 0, Round = reach.Round + 1 } });
        change.ScheduleDialogue(change.Now + Duration.Min(LongestPause, Duration.FromHours(1L << Math.Min(reach.Round, 2))));
        if (!change.TryMove(ComplaintEvent.ClientSilent, "No contact answers.") && change.State.Escalation is not { IsRunning: true })
        {
            change.Escalate("Nobody at the client answers"); // a climb that goes on says it already
        }
    }

    /// <summary>A contact says "mine" to what the client is asked for: nobody else there is asked. Whoever is responsible for the case stays so.</summary>
    public static void ClaimForClient(this CaseChange change, Recipient who)
    {
        change.ActedBy = who;
        change.Event("client.claimed", $"{who} takes on what the client is asked for.");
        change.End(ClockKind.ClientContact);
        change.ClientIsThere(inPerson: true);
        change.StopEscalation($"{who} takes it on.");
    }

    /// <summary>Somebody there has been told, or has taken it on and is the one who is asked.</summary>
    public static void ClientIsThere(this CaseChange change, bool inPerson)
    {
        if (change.State.Dialogue is not { NeedsClient: true } dialogue)
        {
            return;
        }

        change.Set(dialogue with { Client = dialogue.Client with { IsDelivered = true }, Sequence = inPerson ? 0 : dialogue.Sequence });
        if (inPerson || dialogue.Stage == ComplaintStage.NeedsClient)
        {
            change.TryMove(ComplaintEvent.ClientTold, inPerson ? "A contact has taken it on." : "The notice was handed over.");
        }
    }

    /// <summary>The client has said what may be offered.</summary>
    public static void ClientAnswered(this CaseChange change, ClientAnswer answer)
    {
        var dialogue = change.State.Dialogue!;
        change.Event("client.answered", $"{answer.Contact}: {answer.Text}{(answer.AllowsCompensation ? " (compensation allowed)" : "")}");
        change.Set(dialogue with { NeedsClient = true, Sequence = dialogue.NeedsClient ? 0 : dialogue.Sequence, Client = dialogue.Client with { Answer = answer, IsDelivered = true } });
        change.End(ClockKind.ClientContact);
        if (!change.TryMove(ComplaintEvent.ClientAnswered, $"{answer.Contact} has answered."))
        {
            change.TryMove(ComplaintEvent.ClientNeeded, $"{answer.Contact} has answered.");
        }
    }

    private static void Begin(this CaseChange change, string? request = null)
    {
        if (change.State.Dialogue!.Client is { Told: 0, Round: 0, Answer: null })
        {
            change.ReachClient(request);
        }
    }
}
