using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>People by number. Whoever is named and unknown gets a number too: somebody nobody can reach.</summary>
internal sealed class PeopleIndex
{
    private readonly Dictionary<PersonId, int> numbers = [];
    private readonly List<DutyPerson> people = [];

    /// <summary>Indexes the named people and everybody who may stand in for them, however far.</summary>
    internal PeopleIndex(IEnumerable<PersonId> named, IReadOnlyDictionary<PersonId, PersonDefinition> definitions, IDateTimeZoneProvider zones)
    {
        var waiting = new Queue<PersonId>(named);
        int Number(PersonId id)
        {
            if (!numbers.TryGetValue(id, out var number))
            {
                numbers[id] = number = numbers.Count;
                waiting.Enqueue(id);
            }

            return number;
        }

        while (waiting.TryDequeue(out var id))
        {
            var number = Number(id);
            if (number == people.Count)
            {
                people.Add(new DutyPerson(number, id, definitions.GetValueOrDefault(id), zones, Number));
            }
        }
    }

    internal int Count => people.Count;

    internal DutyPerson this[int number] => people[number];

    internal int NumberOf(PersonId id) => numbers[id];
}
