using SocialOps.AgencyFiles.Shapes;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ActivityShape : BlockShape<ActivityDefinition>
{
    private readonly Field<string> _name;
    private readonly Field<IReadOnlyList<SkillId>> _skills;
    private readonly Field<PersonRole?> _role;

    public ActivityShape()
        : base("activity", "an activity's block of keys", "An activity, and what it asks of people.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _skills = Optional("skills", new ListShape<SkillId>(References.Skill), "The skills that it asks of its owner and of the deputy alike.");
        _role = Optional("role", References.Maybe(Words.Role), null, "The role that it asks for.");
    }

    protected override ActivityDefinition Build(Shapes.Values values)
        => new() { Id = new(values.Id), Name = values.Of(_name), Skills = values.Of(_skills), Role = values.Of(_role) };
}
