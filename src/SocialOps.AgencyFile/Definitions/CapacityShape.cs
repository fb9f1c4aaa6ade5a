using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class CapacityShape : BlockShape<PersonCapacity>
{
    private readonly Field<Duration> _workday;
    private readonly Field<Duration> _weekend;

    public CapacityShape()
        : base("capacity", "how much time a person has, e.g. { per workday: 6h, per weekend day: 1h }", "How much time a person has for clients.")
    {
        _workday = Required("per workday", DurationShape.Instance, "Monday to Friday, each.");
        _weekend = Optional("per weekend day", DurationShape.Instance, Duration.Zero, "Saturday and Sunday, each.");
    }

    protected override PersonCapacity Build(Shapes.Values values) => new(values.Of(_workday), values.Of(_weekend));
}
