using SocialOps.AgencyFiles.Shapes;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PersonShape : BlockShape<PersonDefinition>
{
    private readonly Field<string> _name;
    private readonly Field<string> _zone;
    private readonly Field<IReadOnlyList<SkillId>> _skills;
    private readonly Field<IReadOnlyList<PersonRole>> _roles;
    private readonly Field<IReadOnlyList<ContactMethod>> _contacts;
    private readonly Field<IReadOnlyList<PersonId>> _deputies;
    private readonly Field<IReadOnlyList<Absence>> _absences;

    public PersonShape()
        : base("person", "a person's block of keys", "A person of the agency.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _zone = Optional("zone", LineShape.Any, "", "The IANA time zone in which the person's days lie, e.g. Europe/Berlin; without one the agency's.");
        _skills = Optional("skills", new ListShape<SkillId>(References.Skill), "What the person can do; a duty may ask for some of them.");
        _roles = Optional("roles", new ListShape<PersonRole>(Words.Role), "What the person may do.");
        _contacts = Required("contacts", ContactsShape.Instance, "How the person is reached, the preferred way first.");
        _deputies = Optional("deputies", new ListShape<PersonId>(References.Person), "Who stands in, in order.");
        _absences = Optional("absences", new ListShape<Absence>(AbsenceShape.Instance), "When the person is away.");
    }

    protected override PersonDefinition Build(Shapes.Values values) => new()
    {
        Id = new(values.Id),
        Name = values.Of(_name),
        Zone = values.Of(_zone),
        Skills = values.Of(_skills),
        Roles = values.Of(_roles),
        Contacts = values.Of(_contacts),
        Deputies = values.Of(_deputies),
        Absences = values.Of(_absences),
    };
}
