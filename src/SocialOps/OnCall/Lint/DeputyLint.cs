using SocialOps.People;

namespace SocialOps.OnCall.Lint;

/// <summary>Circles of deputies: harmless for the evaluator, but if all in it are away nobody is left.</summary>
internal static class DeputyLint
{
    internal static IEnumerable<Finding> Check(IReadOnlyDictionary<PersonId, PersonDefinition> people)
    {
        var told = new HashSet<PersonId>();
        foreach (var start in people.Keys.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            if (!told.Contains(start) && Circle(start, people) is { } circle)
            {
                told.UnionWith(circle);
                yield return Finding.Warning($"people[{start}].deputies", $"{string.Join(" -> ", circle)} -> {start} is a circle: if all of them are absent nobody stands in. Add a deputy from outside it.");
            }
        }
    }

    /// <summary>The shortest way from somebody through deputies back to them, if nobody outside it is a deputy of anybody in it.</summary>
    private static List<PersonId>? Circle(PersonId start, IReadOnlyDictionary<PersonId, PersonDefinition> people)
    {
        var paths = new Queue<List<PersonId>>([[start]]);
        var seen = new HashSet<PersonId>();
        List<PersonId>? circle = null;
        while (paths.TryDequeue(out var path))
        {
            foreach (var deputy in people.TryGetValue(path[^1], out var person) ? person.Deputies : [])
            {
                if (deputy == start)
                {
                    circle ??= path;
                }
                else if (seen.Add(deputy))
                {
                    paths.Enqueue([.. path, deputy]);
                }
            }
        }

        return circle is not null && seen.All(circle.Contains) ? circle : null;
    }
}
