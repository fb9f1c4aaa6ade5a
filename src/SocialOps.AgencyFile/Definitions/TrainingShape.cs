using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class TrainingShape : BlockShape<Training>
{
    private readonly Field<SkillId> _skill;
    private readonly Field<LocalDate> _from;
    private readonly Field<LocalDate?> _until;
    private readonly Field<string?> _name;

    public TrainingShape()
        : base("training", "a training, e.g. { skill: crisis, from: 2026-01-10, until: 2027-01-10 }", "A training that gives a skill for a while.")
    {
        _skill = Required("skill", References.Skill, "The skill.");
        _from = Required("from", DateShape.Instance, "The first day on which it holds.", "fromOn");
        _until = Optional("until", References.Maybe(DateShape.Instance), null, "The first day on which it no longer holds; without it it lasts.", "untilOn");
        _name = Optional("name", References.Maybe(LineShape.Any), null, "What was trained, for people.");
    }

    protected override Training Build(Shapes.Values values) => new(values.Of(_skill), values.Of(_from), values.Of(_until), values.Of(_name));
}
