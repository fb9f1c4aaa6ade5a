using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.OnCall;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class LayerShape : BlockShape<ScheduleLayer>
{
    private readonly Field<Rotation> _rotation;
    private readonly Field<WeekHours> _hours;
    private readonly Field<LayerMode> _mode;
    private readonly Field<RestrictionZone> _hoursOf;
    private readonly Field<Instant?> _from;
    private readonly Field<Instant?> _until;

    public LayerShape()
        : base("layer", "a layer's block of keys", "One rotation of people, in some hours of the week.")
    {
        _rotation = Required("rotation", new RotationShape(), "Whose turn it is when.");
        _hours = Optional("hours", WeekHoursShape.Instance, WeekHours.None, "The hours of the week in which the layer is active; without them always.", "restrictions");
        _mode = Optional("mode", Words.LayerMode, LayerMode.Exclusive, "How the layer stands beside weaker ones; without it exclusive.");
        _hoursOf = Optional("hours of", Words.HoursOf, RestrictionZone.Schedule, "In whose local time the hours lie; without it the schedule's.", "restrictions");
        _from = Optional("active from", References.Maybe(InstantShape.Instance), null, "The first instant of the layer; it does not move the turns.", "effectiveFrom");
        _until = Optional("active until", References.Maybe(InstantShape.Instance), null, "The first instant after the layer's end.", "effectiveUntil");
    }

    protected override ScheduleLayer Build(Shapes.Values values) => new()
    {
        Name = values.Id,
        Rotation = values.Of(_rotation),
        Restrictions = values.Of(_hours).Restrictions(values.Of(_hoursOf)),
        Mode = values.Of(_mode),
        EffectiveFrom = values.Of(_from),
        EffectiveUntil = values.Of(_until),
    };
}
