using System.Text.Json;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Escalations;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Tells people about a case, one step after the other, until somebody acts.</summary>
internal static class CaseEscalation
{
    public const string WorkKind = "case.step";

    /// <summary>Begins to climb, for a new reason from the first step, which fires at once; digests keep it from becoming a storm.</summary>
    public static void Escalate(this CaseChange change, string why)
    {
        change.State = change.State with { Escalation = EscalationRun.Start(change.Now), ClaimedAt = null };
        change.FireStep(why);
    }

    /// <summary>A step is due: the climb goes on, or begins again where somebody said "mine" and nothing followed.</summary>
    public static void GoOn(this CaseChange change, string why)
    {
        if (change.State.Escalation is { IsRunning: true })
        {
            change.FireStep(why);
        }
        else
        {
            change.Escalate(why);
        }
    }

    /// <summary>Fires the step that is due and writes the row of the next one.</summary>
    public static void FireStep(this CaseChange change, string why)
    {
        var fired = EscalationEngine.Fire(change.State.Escalation!, change.Terms.Escalation, change.State.Severity, change.Now, (target, at) => change.Terms.Resolve(target, at, change.State.Subject));
        change.State = change.State with { Escalation = fired.Run, StepsFired = change.State.StepsFired + fired.Told.Count };
        foreach (var recipient in fired.Told)
        {
            change.Tell(recipient, $"{why}: {change.Describe()}", isRepeat: change.State.Escalation!.Round > 0);
            change.Event("escalation.told", $"{recipient} was told: {why}.");
        }

        if (fired.Told.Count > 0 && change.State.ClaimedAt is null)
        {
            change.State = change.State with { Responsible = fired.Told[0] };
        }

        foreach (var step in fired.SkippedSteps)
        {
            change.Event("escalation.skipped", $"Step {step + 1} has nobody to tell now.");
        }

        if (fired.LastResort)
        {
            change.Unattended = $"nobody is on duty and {change.Terms.Client.Name} has no emergency contact who can be told.";
            change.Event("escalation.unattended", change.Unattended);
        }

        change.ScheduleStep(fired.NextAt);
    }

    /// <summary>Somebody acts: the climb stops. Where no clock runs that would begin it again, a row looks at the case later.</summary>
    public static void StopEscalation(this CaseChange change, string why)
    {
        if (change.State.Escalation is not { } run)
        {
            return;
        }

        change.State = change.State with { Escalation = run.Stop(change.Now), EscalationSequence = 0 };
        change.Event("escalation.stopped", why);
        if (!change.State.Clocks.Any(c => c.State == ClockState.Running))
        {
            change.ScheduleStep(change.Now + Hold(change.State.Severity));
        }
    }

    /// <summary>Looks at the case again later, where no clock does.</summary>
    public static void Watch(this CaseChange change)
    {
        change.State = change.State with { Escalation = change.State.Escalation ?? EscalationRun.Start(change.Now).Stop(change.Now) };
        change.ScheduleStep(change.Now + Hold(change.State.Severity));
    }

    /// <summary>Whatever was decided: something comes back to an open case (reliability I1), be it that the last clock ended and nobody climbs any more.</summary>
    public static void KeepDue(this CaseChange change)
    {
        if (change.State is { ClosedAt: null, EscalationSequence: 0, ReplyPending: false, Dialogue: null or { Sequence: 0 } } && !change.State.Clocks.Any(c => c.State == ClockState.Running))
        {
            change.Watch();
        }
    }

    private static void ScheduleStep(this CaseChange change, Instant dueAt)
    {
        var sequence = change.Next();
        change.State = change.State with { EscalationSequence = sequence };
        var queue = change.State.Severity >= Severity.High ? WorkClass.Urgent : WorkClass.Normal;
        change.Schedule(WorkKind, queue, dueAt, sequence, JsonSerializer.SerializeToUtf8Bytes(new StepPayload(sequence), CaseJson.Default.StepPayload));
    }

    /// <summary>How long somebody who said "mine" is trusted when no clock runs.</summary>
    private static Duration Hold(Severity severity) => severity switch
    {
        Severity.Critical => Duration.FromMinutes(15),
        Severity.High => Duration.FromMinutes(30),
        _ => Duration.FromHours(2),
    };
}

/// <summary>Which step a row stands for.</summary>
internal sealed record StepPayload(long Sequence);
