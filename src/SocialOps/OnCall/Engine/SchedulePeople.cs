using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall.Engine;

/// <summary>The faults of a schedule that lie in its people.</summary>
internal static class SchedulePeople
{
    internal static IEnumerable<Finding> Check(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people, IDateTimeZoneProvider zones)
        => Places(definition)
            .SelectMany(place => Person(place.Path, place.Person, people, zones))
            .Concat(definition.Layers.Where(layer => layer.Rotation is { Participants.Count: 0, Groups.Count: 0 }).Select(Empty))
            .Concat(definition.Overrides.SelectMany(one => Absent(definition, one, people, zones)));

    private static IEnumerable<(string Path, PersonId Person)> Places(ScheduleDefinition definition)
    {
        foreach (var layer in definition.Layers)
        {
            var path = $"layers[{layer.Name}].rotation";
            foreach (var (person, i) in layer.Rotation.Participants.Select((person, i) => (person, i)))
            {
                yield return ($"{path}.participants[{i}]", person);
            }

            foreach (var (person, i, j) in layer.Rotation.Groups.SelectMany((group, i) => group.Select((person, j) => (person, i, j))))
            {
                yield return ($"{path}.groups[{i}][{j}]", person);
            }
        }

        foreach (var one in definition.Overrides.Where(one => one.Person is not null))
        {
            yield return ($"overrides[{one.Id}].person", one.Person!.Value);
        }

        foreach (var (plan, shift, i) in definition.Plans.SelectMany(plan => plan.Shifts.Select((shift, i) => (plan, shift, i))))
        {
            yield return ($"plans[{plan.Id}].shifts[{i}].person", shift.Person);
        }

        foreach (var swap in definition.Swaps.Where(swap => swap.Taker is not null))
        {
            yield return ($"swaps[{swap.Id}].taker", swap.Taker!.Value);
        }
    }

    private static IEnumerable<Finding> Person(string path, PersonId id, IReadOnlyDictionary<PersonId, PersonDefinition> people, IDateTimeZoneProvider zones)
    {
        if (!people.TryGetValue(id, out var person))
        {
            yield return Finding.Error(path, $"There is nobody with the id '{id}'; correct the id or add the person.");
            yield break;
        }

        if (person.Contacts.Count == 0)
        {
            yield return Finding.Error(path, $"{id} has no contact method and could not be told; add one to people[{id}].contacts.");
        }

        if (zones.GetZoneOrNull(person.Zone) is null)
        {
            yield return Finding.Error($"people[{id}].zone", TimeZones.Unknown(person.Zone, zones));
        }

        foreach (var (deputy, i) in person.Deputies.Select((deputy, i) => (deputy, i)).Where(pair => !people.ContainsKey(pair.deputy)))
        {
            yield return Finding.Error($"people[{id}].deputies[{i}]", $"There is nobody with the id '{deputy}'; correct the id or add the person.");
        }
    }

    private static Finding Empty(ScheduleLayer layer)
        => Finding.Warning($"layers[{layer.Name}].rotation.participants", "Nobody takes turns in this layer; its hours are left to weaker layers or are a gap.");

    private static IEnumerable<Finding> Absent(ScheduleDefinition definition, ShiftOverride one, IReadOnlyDictionary<PersonId, PersonDefinition> people, IDateTimeZoneProvider zones)
    {
        if (one.Kind == OverrideKind.Remove || one.Person is not { } id || !people.TryGetValue(id, out var person) || zones.GetZoneOrNull(definition.Zone) is not { } zone)
        {
            yield break;
        }

        var (from, until) = (Ticks.Of(LocalTimes.Resolve(one.From, zone, one.LocalTimes)), Ticks.Of(LocalTimes.Resolve(one.To, zone, one.LocalTimes)));
        var away = new DutyPerson(0, id, person, zones, _ => 0).Away;
        for (var at = from; at < until;)
        {
            var next = long.MaxValue;
            if (away.At(at, ref next).Length > 0)
            {
                yield return Finding.Error($"overrides[{one.Id}].person", $"{id} is absent from {Ticks.ToInstant(at)}, within the override; choose somebody who is there.");
                yield break;
            }

            at = next;
        }
    }
}
