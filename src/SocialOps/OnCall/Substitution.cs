using NodaTime;
using SocialOps.OnCall.Engine;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall;

/// <summary>Who is there in a named person's place: the same rule that schedules use. Pure and thread-safe.</summary>
public static class Substitution
{
    /// <summary>
    /// The person; if absent, or without any contact method: the deputy of the absence (for the client first), then the standing deputies in order, through absent deputies on to
    /// theirs. Nobody is asked twice, so a circle of deputies ends; a deputy must be reachable and qualify.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="at">The instant.</param>
    /// <param name="people">The agency's people.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing. A person who is there and does not qualify has no stand-in.</param>
    public static SubstitutionAnswer For(PersonId person, Instant at, IReadOnlyDictionary<PersonId, PersonDefinition> people, DutyRequirement? requirement = null)
    {
        ArgumentNullException.ThrowIfNull(people);
        var index = new PeopleIndex([person], people, TimeZones.Provider);
        var steps = new List<ExplanationStep>();
        var asked = new ulong[StandInSearch<Recorder>.WordsFor(index.Count)];
        var search = new StandInSearch<Recorder>(index, Ticks.Of(at), requirement, null, new Recorder(steps), asked);
        var found = search.For(index.NumberOf(person));
        return found < 0 ? new(null, search.Cause, steps) : new(index[found].Id, null, steps);
    }
}
