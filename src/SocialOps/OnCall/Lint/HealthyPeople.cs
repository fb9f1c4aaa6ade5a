using SocialOps.People;

namespace SocialOps.OnCall.Lint;

/// <summary>Everybody there and reachable: what remains is the plan alone.</summary>
internal static class HealthyPeople
{
    private static readonly ContactMethod[] Reachable = [new("mail", "lint")];

    internal static Dictionary<PersonId, PersonDefinition> Of(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people)
        => definition.Layers.SelectMany(layer => layer.Rotation.Participants.Concat(layer.Rotation.Groups.SelectMany(group => group))).Distinct()
            .ToDictionary(id => id, id => people.TryGetValue(id, out var known)
                ? known with { Absences = [], TimedAbsences = [], Status = null, Contacts = Reachable }
                : new PersonDefinition { Id = id, Name = id.Value, Zone = definition.Zone, Contacts = Reachable });
}
