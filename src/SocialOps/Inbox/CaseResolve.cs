using System.Text.Json;
using NodaTime;
using SocialOps.Time;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>The clock until a case is settled: the one that pauses, while we wait for the author (responses d.0).</summary>
internal static class CaseResolve
{
    public static void StartResolve(this CaseChange change)
    {
        if (change.State.FindClock(ClockKind.Resolve) is { IsOpen: true } || change.Terms.ResolveTargetFor(change.State.Subject) is not { } targets)
        {
            return;
        }

        var calendar = change.Terms.CalendarFor(change.State.Subject);
        change.Keep(ResponseClock.Start(ResponseClockKind.Resolve, targets.TargetFor(calendar, change.Now), calendar, change.Now));
        change.Event("clock.started", $"Resolve is due {change.State.FindClock(ClockKind.Resolve)!.DueAt}.");
    }

    public static void PauseResolve(this CaseChange change) => change.Change((clock, calendar) => clock.Pause(change.Now, calendar), "clock.paused");

    public static void ResumeResolve(this CaseChange change) => change.Change((clock, calendar) => clock.Resume(change.Now, calendar), "clock.resumed");

    private static void Change(this CaseChange change, Func<ResponseClock, BusinessCalendar, ResponseClock> how, string action)
    {
        if (change.State.FindClock(ClockKind.Resolve) is not { State: ClockState.Running or ClockState.Paused, Measured: { } before })
        {
            return;
        }

        var after = how(before, change.Terms.CalendarFor(change.State.Subject));
        if (after.IsPaused != before.IsPaused)
        {
            change.Keep(after);
            change.Event(action, after.IsPaused ? "Resolve: we wait for the author." : $"Resolve is due {change.State.FindClock(ClockKind.Resolve)!.DueAt}.");
        }
    }

    /// <summary>Keeps the clock, with a row at its breach while it runs.</summary>
    private static void Keep(this CaseChange change, ResponseClock clock)
    {
        var kept = new CaseClock(ClockKind.Resolve, change.Next(), clock.StartedAt, clock.Deadline ?? change.State.FindClock(ClockKind.Resolve)?.DueAt ?? clock.StartedAt + Duration.FromDays(8000), clock.IsPaused ? ClockState.Paused : ClockState.Running, Measured: clock);
        change.State = change.State with { Clocks = [.. change.State.Clocks.Where(c => c.Kind != ClockKind.Resolve), kept] };
        if (clock is { IsPaused: false, BreachAt: { } breachAt })
        {
            change.Schedule(CaseClocks.WorkKind, WorkClass.Normal, breachAt, kept.Sequence, JsonSerializer.SerializeToUtf8Bytes(new ClockPayload(ClockKind.Resolve, kept.Sequence), CaseJson.Default.ClockPayload));
        }
    }
}
