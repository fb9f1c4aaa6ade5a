using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>A skill that somebody has now and will not have later.</summary>
/// <param name="Person">Who.</param>
/// <param name="Skill">The skill.</param>
/// <param name="Training">The training that ends last.</param>
/// <param name="EndsAt">The first instant without the skill.</param>
public sealed record ExpiringSkill(PersonId Person, SkillId Skill, Training Training, Instant EndsAt)
{
    /// <summary>Every skill that ends in [<paramref name="now"/>, <paramref name="before"/>) and that no other training or standing skill carries on.</summary>
    internal static IReadOnlyList<ExpiringSkill> Of(AgencySnapshot agency, Instant now, Instant before)
        => [.. agency.People.Values.SelectMany(p => p.Trainings.Select(t => new ExpiringSkill(p.Id, t.Skill, t, t.Stretch(p).Until)))
            .Where(e => now <= e.EndsAt && e.EndsAt < before && !agency.People[e.Person].HasSkill(e.Skill, e.EndsAt))
            .GroupBy(e => (e.Person, e.Skill, e.EndsAt)).Select(g => g.First())
            .OrderBy(e => e.EndsAt).ThenBy(e => e.Person.Value, StringComparer.Ordinal).ThenBy(e => e.Skill.Value, StringComparer.Ordinal)];
}
