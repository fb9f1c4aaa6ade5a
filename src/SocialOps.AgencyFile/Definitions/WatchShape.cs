using SocialOps.AgencyFiles.Shapes;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class WatchShape : BlockShape<WatchWindow>
{
    private readonly Field<string> _name;
    private readonly Field<CalendarId?> _calendar;
    private readonly Field<bool> _light;
    private readonly Field<int> _people;

    public WatchShape()
        : base("watch-window", "a watch window's block of keys", "Hours in which somebody is promised to watch.")
    {
        _name = Required("name", LineShape.Any, "The window's name, for people.");
        _calendar = Optional("calendar", References.Maybe(References.Calendar), null, "When; without one 24 hours on 7 days.");
        _light = Optional("light", FlagShape.Instance, false, "Only an eye on it now and then.", "isLight");
        _people = Optional("people", NumberShape.Instance, 1, "How many people at once.");
    }

    protected override WatchWindow Build(Shapes.Values values) => new(values.Of(_name), values.Of(_calendar), values.Of(_light), values.Of(_people));
}
