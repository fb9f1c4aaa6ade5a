using System.Globalization;
using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>Whether somebody qualifies for a duty at an instant.</summary>
internal static class DutyNeed
{
    /// <param name="person">The person.</param>
    /// <param name="need">What the duty asks for.</param>
    /// <param name="categorySkills">The skills that a category asks for.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="until">Lowered to the instant up to which the answer holds.</param>
    internal static bool IsMet(DutyPerson person, DutyRequirement? need, IReadOnlyDictionary<Category, IReadOnlyList<SkillId>>? categorySkills, long instant, scoped ref long until)
    {
        if (need is null)
        {
            return true;
        }

        var definition = person.Definition!;
        person.Dated.Next(instant, ref until);
        return MeetsClient(person, need.Client, instant)
            && Meets(definition.Networks, need.Network)
            && Meets(definition.Languages, need.Language)
            && HasAll(person, need.Skills, instant)
            && (need.Category is not { } category || categorySkills is null || !categorySkills.TryGetValue(category, out var skills) || HasAll(person, skills, instant));
    }

    /// <summary>Why somebody does not qualify, for people.</summary>
    internal static string WhyNot(DutyPerson person, DutyRequirement need, IReadOnlyDictionary<Category, IReadOnlyList<SkillId>>? categorySkills, long instant)
    {
        var definition = person.Definition!;
        if (need.Client is { } client && !MeetsClient(person, client, instant))
        {
            return Contains(definition.ClientWalls, client) ? $"must not work for {client}"
                : person.Dated.MissingBriefing(client, instant) is { } version ? string.Create(CultureInfo.InvariantCulture, $"has not confirmed version {version} of the briefing of {client}")
                : $"is not briefed for {client}";
        }

        IReadOnlyList<SkillId> asked = need.Category is { } category && categorySkills?.TryGetValue(category, out var skills) == true ? [.. need.Skills, .. skills] : need.Skills;
        return !Meets(definition.Networks, need.Network) ? $"does not work on {need.Network}"
            : !Meets(definition.Languages, need.Language) ? $"does not answer in {need.Language}"
            : asked.FirstOrDefault(s => !Has(person, s, instant)) is { Value: not null } skill ? $"lacks the skill {skill}{Ended(definition, skill, Ticks.ToInstant(instant))}"
            : "does not qualify";
    }

    private static string Ended(PersonDefinition person, SkillId skill, Instant at)
        => person.Trainings.Where(t => t.Skill == skill && t.UntilOn is not null && t.Stretch(person).Until <= at).MaxBy(t => t.UntilOn) is { } last ? string.Create(CultureInfo.InvariantCulture, $", whose training ended on {last.UntilOn:uuuu-MM-dd}") : "";

    private static bool MeetsClient(DutyPerson person, ClientId? client, long instant)
        => client is not { } named
            || (!Contains(person.Definition!.ClientWalls, named) && (person.Definition.Clients.Count == 0 || Contains(person.Definition.Clients, named)) && person.Dated.MissingBriefing(named, instant) is null);

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

    private static bool HasAll(DutyPerson person, IReadOnlyList<SkillId> asked, long instant)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            if (!Has(person, asked[i], instant))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(DutyPerson person, SkillId skill, long instant) => Contains(person.Definition!.Skills, skill) || person.Dated.IsTrained(skill, instant);

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
