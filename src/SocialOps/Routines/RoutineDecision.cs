using NodaTime;
using SocialOps.Definitions;

namespace SocialOps.Routines;

/// <summary>What happens to one time of a routine: pure.</summary>
internal static class RoutineDecision
{
    public static RoutineRun Begin(RoutineDefinition routine, IReadOnlyList<string> agenda, Instant at) => new()
    {
        Routine = routine.Id,
        Name = routine.Name,
        Client = routine.Client,
        Owner = routine.Owner,
        At = at,
        DueAt = at + routine.Within,
        Checklist = routine.Checklist,
        Agenda = agenda,
    };

    /// <exception cref="InvalidTransitionException">It has ended, or nothing of that name is on its list.</exception>
    public static RoutineRun Check(RoutineRun run, string item)
    {
        RequireOpen(run);
        return run.Checklist.Contains(item)
            ? run with { Checked = [.. run.Checklist.Where(c => c == item || run.Checked.Contains(c))] }
            : throw new InvalidTransitionException($"Routine {run.Routine}", $"'{item}' is not on its list: {string.Join(", ", run.Checklist)}.");
    }

    /// <exception cref="InvalidTransitionException">It has ended, or something on its list is not checked off.</exception>
    public static RoutineRun Finish(RoutineRun run, string outcome, int? score, Actor actor, Instant now)
    {
        RequireOpen(run);
        return run.Checklist.Except(run.Checked).ToList() is { Count: > 0 } left
            ? throw new InvalidTransitionException($"Routine {run.Routine}", $"this is not checked off yet: {string.Join(", ", left)}.")
            : run with { Outcome = outcome, Score = score, DoneBy = actor, EndedAt = now };
    }

    public static RoutineRun Miss(RoutineRun run, Instant now) => run with { EndedAt = now };

    private static void RequireOpen(RoutineRun run)
    {
        if (run.EndedAt is { } ended)
        {
            throw new InvalidTransitionException($"Routine {run.Routine}", $"the one of {run.At} ended at {ended} ({run.State}).");
        }
    }
}
