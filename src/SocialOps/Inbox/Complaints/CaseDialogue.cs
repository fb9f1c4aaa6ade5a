using System.Text.Json;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Responses;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Leads a case's complaint through its machine.</summary>
internal static class CaseDialogue
{
    public const string WorkKind = "case.dialogue";

    private static readonly Duration Silence = Duration.FromHours(72);
    private static readonly Duration FollowUpDelay = Duration.FromDays(3);

    /// <summary>A complaint that the agency answers begins its dialogue, once a case.</summary>
    public static void BeginDialogue(this CaseChange change, InboundItem item)
    {
        if (change.State is not { Category: Category.Complaint, ClientReplies: false, Dialogue: null })
        {
            return;
        }

        change.State = change.State with { Dialogue = new() { Author = item.Author, Item = item.Id, ExternalId = item.ExternalId } };
        change.Event("complaint.received", $"{change.State.Cause}: an apology comes first.");
        change.HearClaim(item);
    }

    /// <summary>Something happened that may lead on.</summary>
    /// <returns>Whether it did.</returns>
    public static bool TryMove(this CaseChange change, ComplaintEvent on, string why)
    {
        if (change.State.Dialogue is not { } dialogue || ComplaintMachine.FindNext(dialogue.Stage, on, dialogue.Facts(change.State.Severity)) is not { } next)
        {
            return false;
        }

        change.Set(on == ComplaintEvent.CustomerReplied
            ? dialogue with { Stage = next, Reopened = dialogue.Reopened + 1, NeedsClient = dialogue.ClaimsCompensation, Client = ClientReach.NotYet }
            : dialogue with { Stage = next });
        change.Event("complaint.moved", $"{dialogue.Stage} -> {next}: {why}");
        change.Entered(next, why);
        return true;
    }

    /// <summary>A person wants to lead on.</summary>
    public static void Move(this CaseChange change, ComplaintEvent on, string why)
    {
        change.RequireMove(on);
        change.TryMove(on, why);
    }

    /// <exception cref="InvalidTransitionException">There is no dialogue, or the event leads nowhere from where it stands.</exception>
    public static void RequireMove(this CaseChange change, ComplaintEvent on)
    {
        var refusal = change.State.Dialogue is { } dialogue
            ? ComplaintMachine.ExplainRefusal(dialogue.Stage, on, dialogue.Facts(change.State.Severity))
            : $"it is no complaint that the agency answers, but {change.State.Category}.";
        if (refusal is not null)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", refusal);
        }
    }

    /// <summary>The author of the complaint writes again.</summary>
    /// <param name="change">The decision.</param>
    /// <param name="item">What was written.</param>
    /// <param name="asksForMore">It asks for a reaction: it is our turn.</param>
    public static void AuthorWrote(this CaseChange change, InboundItem item, bool asksForMore)
    {
        var dialogue = change.State.Dialogue!;
        change.Set(dialogue with { Item = item.Id, ExternalId = item.ExternalId });
        change.HearClaim(item);
        if (asksForMore)
        {
            change.Set(change.State.Dialogue! with { AwaitsAuthor = false, Sequence = dialogue.AwaitsAuthor ? 0 : dialogue.Sequence });
            change.ResumeResolve();
        }
        else if (dialogue is { AwaitsAuthor: true, Stage: ComplaintStage.Apologised or ComplaintStage.MovedPrivate })
        {
            change.WaitForSilence();
        }
    }

    /// <summary>The row of the dialogue is due.</summary>
    public static void DialogueDue(this CaseChange change)
    {
        change.Set(change.State.Dialogue! with { Sequence = 0 });
        switch (change.State.Dialogue!.Stage)
        {
            case ComplaintStage.Settled:
                change.Escalate("Three days ago it was settled; ask whether all is well");
                break;
            case ComplaintStage.Apologised or ComplaintStage.MovedPrivate when change.State.Dialogue.AwaitsAuthor:
                change.TryMove(ComplaintEvent.SilenceLasted, "72 hours without a word of the author.");
                break;
            default:
                change.ReachClient();
                break;
        }
    }

    /// <summary>Looks at the dialogue again later; an older row is superseded.</summary>
    public static void ScheduleDialogue(this CaseChange change, Instant dueAt)
    {
        var sequence = change.Next();
        change.Set(change.State.Dialogue! with { Sequence = sequence });
        change.Schedule(WorkKind, WorkClass.Normal, dueAt, sequence, JsonSerializer.SerializeToUtf8Bytes(new StepPayload(sequence), CaseJson.Default.StepPayload));
    }

    public static void Set(this CaseChange change, ComplaintDialogue dialogue) => change.State = change.State with { Dialogue = dialogue };

    private static void Entered(this CaseChange change, ComplaintStage stage, string why)
    {
        switch (stage)
        {
            case ComplaintStage.Apologised when change.State.Dialogue!.NeedsClient:
                change.TryMove(ComplaintEvent.ClientNeeded, "The client has been asked for.");
                break;
            case ComplaintStage.Apologised or ComplaintStage.MovedPrivate:
                change.WaitForAuthor();
                change.WaitForSilence();
                break;
            case ComplaintStage.SolutionOffered:
                change.WaitForAuthor();
                break;
            case ComplaintStage.NeedsClient:
                change.NeedClient();
                break;
            case ComplaintStage.ClientUnreachable:
                change.Escalate("Nobody at the client answers");
                break;
            case ComplaintStage.Settled:
                change.Rest();
                change.ScheduleDialogue(change.Now + FollowUpDelay);
                break;
            case ComplaintStage.SettledByApology or ComplaintStage.FollowedUp:
                change.TryMove(ComplaintEvent.Ended, why);
                break;
            case ComplaintStage.Closed:
                change.End(ClockKind.NextAction);
                change.End(ClockKind.Resolve);
                change.Close(CloseReason.Settled, why);
                break;
        }
    }

    private static void WaitForAuthor(this CaseChange change)
    {
        change.Set(change.State.Dialogue! with { AwaitsAuthor = true });
        change.PauseResolve();
    }

    /// <summary>Silence settles what is mild and claims nothing; anything else waits for a person.</summary>
    private static void WaitForSilence(this CaseChange change)
    {
        if (change.State is { Severity: <= Severity.Low, Dialogue.ClaimsCompensation: false })
        {
            change.ScheduleDialogue(change.Now + Silence);
        }
    }

    /// <summary>Settled: nothing runs but the question, days later, whether all is well.</summary>
    private static void Rest(this CaseChange change)
    {
        change.End(ClockKind.NextAction);
        change.End(ClockKind.Resolve);
        change.StopAll();
        change.State = change.State with { Escalation = null, EscalationSequence = 0 };
    }

    private static void HearClaim(this CaseChange change, InboundItem item)
    {
        if (change.State.Dialogue is { ClaimsCompensation: false } && ComplaintWording.ClaimsCompensation(item.Text))
        {
            change.Set(change.State.Dialogue with { ClaimsCompensation = true });
            change.Event("complaint.claim", "The author claims compensation: the client decides.");
            change.AskForClient();
        }
    }
}
