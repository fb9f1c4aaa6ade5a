using System.Text.Json;
using NodaTime;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Starts, ends and breaches a case's clocks (responses d.0).</summary>
internal static class CaseClocks
{
    public const string WorkKind = "case.clock";

    /// <summary>Starts a clock when the service level, or the pace of a crisis, has a target for it; of two that run at once the earlier deadline stays.</summary>
    public static void Start(this CaseChange change, ClockKind kind, Instant at)
    {
        var promised = change.Terms.TargetFor(kind, change.State.Subject) is { } targets
            ? change.Terms.DeadlineOf(targets, change.State.Subject, at)
            : (Instant?)null;
        var wanted = kind == ClockKind.NextAction && change.State.Deferral is { } deferral && deferral.Until > at ? deferral.Until : Earlier(promised, change.DueByCrisis(kind, at));
        if (wanted is not { } due)
        {
            return;
        }

        if (change.State.FindClock(kind) is { State: ClockState.Running } running && running.DueAt <= due)
        {
            return;
        }

        var clock = new CaseClock(kind, change.Next(), at, due, ClockState.Running);
        change.Replace(clock);
        change.Schedule(WorkKind, WorkClass.Normal, due + Duration.FromTicks(10), clock.Sequence, JsonSerializer.SerializeToUtf8Bytes(new ClockPayload(kind, clock.Sequence), CaseJson.Default.ClockPayload));
        change.Event("clock.started", $"{kind} is due {due}.");
    }

    /// <summary>Ends a clock by what it waited for, in time or late, at the instant at which that happened.</summary>
    public static void End(this CaseChange change, ClockKind kind, Instant? at = null)
    {
        if (change.State.FindClock(kind) is not { IsOpen: true } clock)
        {
            return;
        }

        var ended = at ?? change.Now;
        var inTime = clock.State is ClockState.Running or ClockState.Paused && ended <= clock.DueAt;
        change.Replace(clock with { State = inTime ? ClockState.Met : ClockState.Missed, EndedAt = ended });
        if (inTime)
        {
            change.State = change.State with { ClocksMet = change.State.ClocksMet + 1 };
        }
        else if (clock.State == ClockState.Running)
        {
            change.State = change.State with { ClocksBreached = change.State.ClocksBreached + 1 };
        }

        change.Event(inTime ? "clock.met" : "clock.missed", $"{kind}, due {clock.DueAt}, ended {ended}.");
    }

    /// <summary>A clock's deadline has passed: it is counted, and a missed Acknowledge starts NextAction at its deadline.</summary>
    public static void Breach(this CaseChange change, CaseClock clock)
    {
        change.Replace(clock with { State = ClockState.Breached });
        change.State = change.State with { ClocksBreached = change.State.ClocksBreached + 1 };
        change.Event("clock.breached", $"{clock.Kind} was due {clock.DueAt}.");
        if (clock.Kind == ClockKind.Acknowledge && change.State.FindClock(ClockKind.NextAction) is not { State: ClockState.Breached })
        {
            change.Start(ClockKind.NextAction, clock.DueAt);
        }
    }

    /// <summary>The case ends: what still runs is stopped, what was breached stays counted.</summary>
    public static void StopAll(this CaseChange change)
    {
        foreach (var clock in change.State.Clocks.Where(c => c.IsOpen).ToList())
        {
            change.Replace(clock with { State = clock.State == ClockState.Breached ? ClockState.Missed : ClockState.Stopped, EndedAt = change.Now });
        }
    }

    private static Instant? Earlier(Instant? promised, Instant? byCrisis) => promised is { } a && byCrisis is { } b ? Instant.Min(a, b) : promised ?? byCrisis;

    private static void Replace(this CaseChange change, CaseClock clock)
        => change.State = change.State with { Clocks = [.. change.State.Clocks.Where(c => c.Kind != clock.Kind), clock] };
}

/// <summary>Which clock a row watches.</summary>
internal sealed record ClockPayload(ClockKind Kind, long Sequence);
