using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Content;

/// <summary>How a post comes about: who does what, when and where (requirements 1.1 and 1.3), with somebody else who checks it (1.2). Steps stand in their order.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Steps">The steps; at least one.</param>
public sealed record ProcessTemplate(string Id, IReadOnlyList<ProcessStep> Steps)
{
    /// <summary>The steps with their dates for a slot.</summary>
    /// <param name="slot">The slot's local time.</param>
    /// <param name="zone">The zone it is read in; each step's local time is resolved by the library's one rule.</param>
    public IReadOnlyList<ProcessDate> DatesFor(LocalDateTime slot, DateTimeZone zone)
        => [.. Steps.Select(s => new ProcessDate(s, TimeZones.Resolve(slot - s.Before, zone)))];

    /// <summary>Every fault at once: no steps, a step after its successor, a doer who checks themselves.</summary>
    public IReadOnlyList<ContentFinding> Check()
    {
        var findings = new List<ContentFinding>();
        if (Steps.Count == 0)
        {
            findings.Add(ContentFinding.Error("process.empty", $"process[{Id}].steps", "none", "A process without steps plans nothing.", "Name at least one step."));
        }

        var reference = new LocalDateTime(2026, 6, 15, 12, 0);
        for (var i = 0; i < Steps.Count; i++)
        {
            var (step, place) = (Steps[i], $"process[{Id}].steps[{Steps[i].Name}]");
            if (i > 0 && reference - step.Before < reference - Steps[i - 1].Before)
            {
                findings.Add(ContentFinding.Error("process.order", place, step.Before.ToString(), $"It is due before '{Steps[i - 1].Name}', which it follows.", "Put the steps in the order of their dates."));
            }

            if (step.Doer == step.Control)
            {
                findings.Add(ContentFinding.Warning("process.self-control", place, step.Doer.Value, $"{step.Doer} checks their own work.", "Name somebody else, unless there is nobody else."));
            }
        }

        return findings;
    }
}

/// <summary>One step.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Doer">Who does it.</param>
/// <param name="Control">Who checks that it was done: the control owner.</param>
/// <param name="Before">How long before the slot it is due, in local time: 2 days are two days on the calendar.</param>
/// <param name="Where">On which channel or in which tool; <see langword="null"/> for wherever the post is.</param>
public sealed record ProcessStep(string Name, PersonId Doer, PersonId Control, Period Before, string? Where = null);

/// <summary>A step with its date.</summary>
/// <param name="Step">The step.</param>
/// <param name="DueAt">By when.</param>
public sealed record ProcessDate(ProcessStep Step, Instant DueAt);
