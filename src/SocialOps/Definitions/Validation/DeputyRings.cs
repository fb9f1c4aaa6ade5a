using SocialOps.People;

namespace SocialOps.Definitions.Validation;

/// <summary>
/// Finds people who stand in only for one another although others could. Where everybody has a deputy, deputies always form rings, so a ring alone says nothing;
/// a closed one means that a shared absence leaves nobody.
/// </summary>
internal static class DeputyRings
{
    public static void Check(IReadOnlyList<PersonDefinition> people, Findings findings)
    {
        var deputies = people.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First().Deputies.Where(d => d != g.Key).ToList());
        var reported = new HashSet<PersonId>();
        foreach (var person in people)
        {
            if (reported.Contains(person.Id))
            {
                continue;
            }

            var ring = Reachable(person.Id, deputies);
            if (ring.Contains(person.Id) && ring.Count < deputies.Count && ring.All(p => Reachable(p, deputies).Contains(person.Id)))
            {
                reported.UnionWith(ring);
                var members = people.Select(p => p.Id).Where(ring.Contains).Distinct();
                findings.Warning($"people[{person.Id}].deputies", $"{string.Join(", ", members)} stand in only for one another: when all are away nobody does. Give one of them a further deputy.");
            }
        }
    }

    /// <summary>Who can come after a person through deputies; the person only when a ring leads back.</summary>
    private static HashSet<PersonId> Reachable(PersonId from, Dictionary<PersonId, List<PersonId>> deputies)
    {
        var reached = new HashSet<PersonId>();
        var open = new Stack<PersonId>([from]);
        while (open.TryPop(out var person))
        {
            foreach (var deputy in deputies.GetValueOrDefault(person, []))
            {
                if (deputies.ContainsKey(deputy) && reached.Add(deputy))
                {
                    open.Push(deputy);
                }
            }
        }

        return reached;
    }
}
