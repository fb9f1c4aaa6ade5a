using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Lint;

/// <summary>Reads a schedule as an experienced colleague would. Pure and thread-safe.</summary>
public static class ScheduleLint
{
    /// <summary>
    /// Everything that <see cref="OnCallSchedule.Validate"/> finds, and what is allowed but seldom meant: somebody whose turn never comes, a layer that never answers or only when others
    /// are away, a handoff or a window's end within a clock change, a circle of deputies, a replacement without effect.
    /// </summary>
    /// <param name="definition">The schedule.</param>
    /// <param name="people">The agency's people.</param>
    /// <param name="from">The first instant to look at.</param>
    /// <param name="until">The first instant after it; two years are usual.</param>
    public static IReadOnlyList<Finding> Check(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people, Instant from, Instant until)
    {
        var faults = OnCallSchedule.Validate(definition, people);
        if (Engine.ScheduleShape.Check(definition, Time.TimeZones.Provider).Any(fault => fault.Severity == FindingSeverity.Error))
        {
            return faults;
        }

        return
        [
            .. faults,
            .. TurnLint.Check(definition, people, from, until),
            .. ClockChangeLint.Check(definition, from, until),
            .. DeputyLint.Check(people),
            .. OverrideLint.Check(definition, people),
        ];
    }
}
