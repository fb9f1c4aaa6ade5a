using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall;

/// <summary>What a person can do at an instant. Pure.</summary>
public static class Qualification
{
    /// <summary>Whether a person has a skill at an instant: for good, or by a training that holds then (requirement 3.3).</summary>
    /// <param name="person">The person.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="at">The instant, past or future.</param>
    public static bool HasSkill(this PersonDefinition person, SkillId skill, Instant at)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Skills.Contains(skill) || person.Trainings.Any(t => t.Skill == skill && t.Stretch(person) is var (from, until) && from <= at && at < until);
    }

    /// <summary>The version of a client's briefing that a person should have confirmed at an instant and has not; <see langword="null"/> for none.</summary>
    internal static int? MissingBriefing(this PersonDefinition person, ClientId client, Instant at)
        => person.BriefingGaps.FirstOrDefault(g => g.Client == client && g.From <= at && at < g.Until)?.Version;

    /// <summary>From when until when a training holds.</summary>
    internal static (Instant From, Instant Until) Stretch(this Training training, PersonDefinition person)
    {
        var zone = TimeZones.Find(person.Zone) ?? DateTimeZone.Utc;
        return (TimeZones.Resolve(training.FromOn.AtMidnight(), zone), training.UntilOn is { } until ? TimeZones.Resolve(until.AtMidnight(), zone) : Instant.MaxValue);
    }
}
