using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>Whether somebody qualifies for a duty.</summary>
internal static class DutyNeed
{
    internal static bool IsMet(PersonDefinition person, DutyRequirement? need, IReadOnlyDictionary<Category, IReadOnlyList<SkillId>>? categorySkills)
        => need is null
           || (MeetsClient(person, need.Client)
               && Meets(person.Networks, need.Network)
               && Meets(person.Languages, need.Language)
               && HasAll(person.Skills, need.Skills)
               && (need.Category is not { } category || categorySkills is null || !categorySkills.TryGetValue(category, out var skills) || HasAll(person.Skills, skills)));

    private static bool MeetsClient(PersonDefinition person, ClientId? client)
        => client is not { } named || (!Contains(person.ClientWalls, named) && (person.Clients.Count == 0 || Contains(person.Clients, named)));

    private static bool Meets(IReadOnlyList<string> known, string? asked)
    {
        if (asked is null || known.Count == 0)
        {
            return true;
        }

        for (var i = 0; i < known.Count; i++)
        {
            if (string.Equals(known[i], asked, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAll(IReadOnlyList<SkillId> skills, IReadOnlyList<SkillId> asked)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            if (!Contains(skills, asked[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains<T>(IReadOnlyList<T> list, T value)
        where T : IEquatable<T>
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Equals(value))
            {
                return true;
            }
        }

        return false;
    }
}
