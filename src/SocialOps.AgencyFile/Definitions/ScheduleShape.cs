using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ScheduleShape : BlockShape<ScheduleDefinition>
{
    private readonly Field<string> _zone;
    private readonly Field<IReadOnlyList<ScheduleLayer>> _layers;
    private readonly Field<IReadOnlyList<ShiftOverride>> _overrides;
    private readonly Field<IReadOnlyList<TemporaryPlan>> _plans;
    private readonly Field<IReadOnlyDictionary<Category, IReadOnlyList<SkillId>>> _skills;

    public ScheduleShape()
        : base("schedule", "a schedule's block of keys", "Who is on duty when.")
    {
        _zone = Optional("zone", LineShape.Any, "", "The IANA time zone of the schedule's local times; without one the agency's.");
        _layers = Required("layers", new MapShape<ScheduleLayer>(new LayerShape(), "weekdays", byName: true), "The layers by name, the strongest first.");
        _overrides = Optional("overrides", new MapShape<ShiftOverride>(new OverrideShape(), "easter"), "Exceptions for single stretches of time, by id.");
        _plans = Optional("plans", new MapShape<TemporaryPlan>(new PlanShape(), "fair"), "Plans that stand instead of the layers for a while, by id.");
        _skills = Optional("skills for", new PairsShape<Category, IReadOnlyList<SkillId>>(Words.Category, new ListShape<SkillId>(References.Skill)), new Dictionary<Category, IReadOnlyList<SkillId>>(), "The skills that cases of some categories ask for.", "categorySkills");
    }

    protected override ScheduleDefinition Build(Shapes.Values values) => new()
    {
        Id = new(values.Id),
        Zone = values.Of(_zone),
        Layers = values.Of(_layers),
        Overrides = values.Of(_overrides),
        Plans = values.Of(_plans),
        CategorySkills = values.Of(_skills),
    };
}
