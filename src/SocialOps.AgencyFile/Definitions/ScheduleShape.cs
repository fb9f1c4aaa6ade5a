using SocialOps.AgencyFiles.Shapes;
using SocialOps.OnCall;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ScheduleShape : BlockShape<ScheduleDefinition>
{
    private readonly Field<string> _zone;
    private readonly Field<IReadOnlyList<ScheduleLayer>> _layers;
    private readonly Field<IReadOnlyList<ShiftOverride>> _overrides;

    public ScheduleShape()
        : base("schedule", "a schedule's block of keys", "Who is on duty when.")
    {
        _zone = Optional("zone", LineShape.Any, "", "The IANA time zone of the schedule's local times; without one the agency's.");
        _layers = Required("layers", new MapShape<ScheduleLayer>(new LayerShape(), "weekdays"), "The layers by name, the strongest first.");
        _overrides = Optional("overrides", new MapShape<ShiftOverride>(new OverrideShape(), "easter"), "Exceptions for single stretches of time, by id.");
    }

    protected override ScheduleDefinition Build(Shapes.Values values) => new()
    {
        Id = new(values.Id),
        Zone = values.Of(_zone),
        Layers = values.Of(_layers),
        Overrides = values.Of(_overrides),
    };
}
