using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Lint;

/// <summary>Whose turn never comes, and which layer never answers.</summary>
internal static class TurnLint
{
    private static readonly Duration Longest = Duration.FromDays(3660);

    internal static IEnumerable<Finding> Check(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people, Instant from, Instant until)
    {
        var healthy = HealthyPeople.Of(definition, people);
        var plan = definition with { Overrides = [], Plans = [], Swaps = [] };
        var answering = new OnCallSchedule(plan, healthy).DutiesBetween(from, until).Select(duty => duty.Source.Layer).ToHashSet();
        foreach (var layer in plan.Layers.Where(layer => layer.Rotation is not { Participants.Count: 0, Groups.Count: 0 }))
        {
            var alone = new OnCallSchedule(plan with { Layers = [layer] }, healthy);
            var seen = alone.Between(from, from + Reach(alone, until - from)).SelectMany(shift => shift.OnDuty).ToHashSet();
            if (seen.Count == 0)
            {
                yield return Finding.Warning($"layers[{layer.Name}]", "The layer is never active; name weekdays in its restrictions, or remove it.");
                continue;
            }

            if (!answering.Contains(layer.Name))
            {
                yield return Finding.Warning($"layers[{layer.Name}]", "Stronger layers cover all its hours: it answers only while whoever has the turn there is absent or does not qualify.");
            }

            foreach (var starved in layer.Rotation.Participants.Concat(layer.Rotation.Groups.SelectMany(group => group)).Distinct().Where(person => !seen.Contains(person)))
            {
                yield return Finding.Warning($"layers[{layer.Name}].rotation.participants", $"{starved}'s turn never falls into the layer's hours; count active windows only, or change the turn's length.");
            }
        }
    }

    /// <summary>A whole period if it is not too long.</summary>
    private static Duration Reach(OnCallSchedule schedule, Duration asked)
        => Duration.Min(Longest, schedule.Model.Period is { } period ? Duration.Max(asked, Duration.FromTicks(period)) : Longest);
}
