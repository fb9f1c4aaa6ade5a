using SocialOps.AgencyFiles.Shapes;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PersonShape : BlockShape<PersonDefinition>
{
    private readonly Field<string> _name;
    private readonly Field<string> _zone;
    private readonly Field<IReadOnlyList<SkillId>> _skills;
    private readonly Field<IReadOnlyList<Training>> _trainings;
    private readonly Field<IReadOnlyList<PersonRole>> _roles;
    private readonly Field<IReadOnlyList<ContactMethod>> _contacts;
    private readonly Field<IReadOnlyList<PersonId>> _deputies;
    private readonly Field<IReadOnlyList<Absence>> _absences;
    private readonly Field<IReadOnlyList<TimedAbsence>> _away;
    private readonly Field<IReadOnlyList<string>> _languages;
    private readonly Field<IReadOnlyList<string>> _networks;
    private readonly Field<IReadOnlyList<ClientId>> _clients;
    private readonly Field<IReadOnlyList<ClientId>> _walls;
    private readonly Field<PersonCapacity?> _capacity;
    private readonly Field<int?> _maxClients;
    private readonly Field<AutonomyLevel> _autonomy;
    private readonly Field<AutonomyLevel?> _atMost;

    public PersonShape()
        : base("person", "a person's block of keys", "A person of the agency.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _zone = Optional("zone", LineShape.Any, "", "The IANA time zone in which the person's days lie, e.g. Europe/Berlin; without one the agency's.");
        _skills = Optional("skills", new ListShape<SkillId>(References.Skill), "What the person can do; a duty may ask for some of them.");
        _trainings = Optional("trainings", new ListShape<Training>(new TrainingShape()), "Trainings that give skills for a while.");
        _roles = Optional("roles", new ListShape<PersonRole>(Words.Role), "What the person may do.");
        _contacts = Required("contacts", ContactsShape.Instance, "How the person is reached, the preferred way first.");
        _deputies = Optional("deputies", new ListShape<PersonId>(References.Person), "Who stands in, in order.");
        _absences = Optional("absences", new ListShape<Absence>(AbsenceShape.Instance), "When the person is away, in full days.");
        _away = Optional("away", new ListShape<TimedAbsence>(new AwayShape()), "When the person is away, from one instant to another.", "timedAbsences");
        _languages = Optional("languages", new ListShape<string>(new LineShape("a language")), "The languages the person answers in, e.g. de; without them all.");
        _networks = Optional("networks", new ListShape<string>(new LineShape("a network")), "The networks the person works on; without them all.");
        _clients = Optional("clients", new ListShape<ClientId>(References.Client), "The clients the person is briefed for; without them all.");
        _walls = Optional("not for", new ListShape<ClientId>(References.Client), "The clients the person must never work for.", "clientWalls");
        _capacity = Optional("capacity", new ConvertedShape<PersonCapacity, PersonCapacity?>(new CapacityShape(), c => c), null, "How much time the person has for clients.");
        _autonomy = Optional("autonomy", Words.Autonomy, AutonomyLevel.ActWithinPool, "How far the person may go alone when answering; L4 without it.");
        _atMost = Optional("autonomy at most", References.Maybe(Words.Autonomy), null, "How far exercises can raise it; without it not at all.");
        _maxClients = Optional("max clients", References.Maybe(NumberShape.Instance), null, "The most clients the person may be on duty for at once; without it no limit.");
    }

    protected override PersonDefinition Build(Shapes.Values values) => new()
    {
        Id = new(values.Id),
        Name = values.Of(_name),
        Zone = values.Of(_zone),
        Skills = values.Of(_skills),
        Trainings = values.Of(_trainings),
        Roles = values.Of(_roles),
        Contacts = values.Of(_contacts),
        Deputies = values.Of(_deputies),
        Absences = values.Of(_absences),
        TimedAbsences = values.Of(_away),
        Languages = values.Of(_languages),
        Networks = values.Of(_networks),
        Clients = values.Of(_clients),
        ClientWalls = values.Of(_walls),
        Capacity = values.Of(_capacity),
        MaxClients = values.Of(_maxClients),
        Autonomy = values.Of(_autonomy),
        AutonomyAtMost = values.Of(_atMost),
    };
}
