using NodaTime;
using SocialOps.OnCall.Engine;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall.Lint;

/// <summary>Replacements and swaps of somebody who has no shift there: the shift has moved, or the override is late.</summary>
internal static class OverrideLint
{
    internal static IEnumerable<Finding> Check(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people)
    {
        var zone = TimeZones.Get(definition.Zone);
        var layers = new OnCallSchedule(definition with { Overrides = [], Plans = [], Swaps = [] }, people);
        var written = definition.Overrides.Select(one => ($"overrides[{one.Id}]", one))
            .Concat(definition.Swaps.Select(swap => ($"swaps[{swap.Id}]", swap.ToOverride()!)).Where(pair => pair.Item2 is not null));
        foreach (var (path, one) in written)
        {
            if (one is { Kind: OverrideKind.Replace, Replaces: { } replaced } && !Has(layers, replaced, LocalTimes.Resolve(one.From, zone, one.LocalTimes), LocalTimes.Resolve(one.To, zone, one.LocalTimes)))
            {
                yield return Finding.Warning(path, $"{replaced} has no shift from {LocalTimes.Text(one.From)} to {LocalTimes.Text(one.To)}, so nothing is replaced; move it to the shift, or use Take.");
            }
        }
    }

    private static bool Has(OnCallSchedule layers, PersonId person, Instant from, Instant to)
    {
        for (var at = from; at < to;)
        {
            var explained = layers.Explain(at);
            if (explained.Answer.OnDuty.Contains(person) || explained.Steps.Any(step => step.Rule == ExplanationRule.Turn && step.Person == person))
            {
                return true;
            }

            at = explained.Until;
        }

        return false;
    }
}
