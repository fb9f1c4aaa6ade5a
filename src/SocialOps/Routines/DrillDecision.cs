using System.Globalization;
using NodaTime;
using SocialOps.Definitions;
using SocialOps.Guidelines;

namespace SocialOps.Routines;

/// <summary>What happens to an exercise: pure.</summary>
internal static class DrillDecision
{
    public static IReadOnlyList<DrillCriterion> CriteriaOf(GuidelineDocument guideline, string language)
        => [.. guideline.Sections.Where(s => s.Kind == GuidelineSectionKind.Tonality).Select(s => new DrillCriterion(guideline.Cite(s.Key).ToString(), s.TextIn(language), s.Good, s.Bad))];

    /// <exception cref="InvalidTransitionException">It is marked already, somebody else practises, or there is no such task.</exception>
    public static Drill Answer(Drill drill, int task, string text, Actor actor)
    {
        RequireOpen(drill);
        if (actor.Kind != ActorKind.Person || actor.Id != drill.Person.Value)
        {
            throw new InvalidTransitionException($"Exercise {drill.Id}", $"it is {drill.Person}'s; nobody answers for them.");
        }

        return task >= 0 && task < drill.Tasks.Count
            ? drill with { Tasks = [.. drill.Tasks.Select((t, i) => i == task ? t with { Answer = text } : t)] }
            : throw new InvalidTransitionException($"Exercise {drill.Id}", $"there is no task {task}; they are 0 to {drill.Tasks.Count - 1}.");
    }

    /// <exception cref="InvalidTransitionException">It is marked already, something is not answered, or the actor may not mark it.</exception>
    /// <exception cref="InvalidDefinitionException">A mark is missing, twice, for nothing that is there, or out of its bounds: all such.</exception>
    public static Drill Mark(Drill drill, IReadOnlyList<DrillMark> marks, Actor actor, AgencySnapshot agency, Instant now)
    {
        RequireOpen(drill);
        if (drill.Tasks.Any(t => t.Answer is null))
        {
            throw new InvalidTransitionException($"Exercise {drill.Id}", $"{drill.Tasks.Count(t => t.Answer is null)} of {drill.Tasks.Count} are not answered yet.");
        }

        var isKnown = actor.Kind switch
        {
            ActorKind.Person => agency.People.ContainsKey(new(actor.Id)),
            ActorKind.ClientContact => agency.FindClient(drill.Client)?.Contacts.Any(c => c.Id == actor.Id) == true,
            _ => false,
        };
        if (!isKnown || (actor.Id == drill.Person.Value && agency.People.Count > 1))
        {
            throw new InvalidTransitionException($"Exercise {drill.Id}", "another person of the agency, or a contact of the client, marks it.");
        }

        var faults = Faults(drill, marks).ToList();
        return faults.Count > 0 ? throw new InvalidDefinitionException(faults) : drill with { Marks = marks, MarkedBy = actor, MarkedAt = now };
    }

    private static IEnumerable<Finding> Faults(Drill drill, IReadOnlyList<DrillMark> marks)
    {
        var asked = drill.Tasks.SelectMany((_, i) => drill.Criteria.Select(c => (Task: i, c.Section))).ToList();
        foreach (var (task, section) in asked.Where(a => marks.Count(m => m.Task == a.Task && m.Section == a.Section) != 1))
        {
            yield return Finding.Error(string.Create(CultureInfo.InvariantCulture, $"marks[{task}][{section}]"), "wants one mark; give it one.");
        }

        foreach (var mark in marks.Where(m => !asked.Contains((m.Task, m.Section))))
        {
            yield return Finding.Error(string.Create(CultureInfo.InvariantCulture, $"marks[{mark.Task}][{mark.Section}]"), $"is for nothing that is there; tasks are 0 to {drill.Tasks.Count - 1}, sections {string.Join(", ", drill.Criteria.Select(c => c.Section))}.");
        }

        foreach (var mark in marks.Where(m => m.Score is < 1 or > 5))
        {
            yield return Finding.Error(string.Create(CultureInfo.InvariantCulture, $"marks[{mark.Task}][{mark.Section}]"), $"{mark.Score} is no mark; 1 to 5 are.");
        }
    }

    private static void RequireOpen(Drill drill)
    {
        if (drill.MarkedAt is { } at)
        {
            throw new InvalidTransitionException($"Exercise {drill.Id}", $"it was marked at {at}.");
        }
    }
}
