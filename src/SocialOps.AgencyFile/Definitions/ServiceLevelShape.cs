using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ServiceLevelShape : BlockShape<ServiceLevel>
{
    private readonly Field<string> _name;
    private readonly Field<IReadOnlyList<Category>> _categories;
    private readonly Field<IReadOnlyList<string>> _networks;
    private readonly Field<IReadOnlyList<ItemKind>> _kinds;
    private readonly Field<Severity> _severity;
    private readonly Field<CalendarId?> _calendar;
    private readonly Field<ResponseTargets?> _acknowledge;
    private readonly Field<ResponseTargets?> _nextAction;
    private readonly Field<ResponseTargets?> _clientContact;
    private readonly Field<ResponseTargets?> _resolve;

    public ServiceLevelShape()
        : base("service-level", "a service level's block of keys", "By when what must have happened, for the cases that it applies to.")
    {
        _name = Required("name", LineShape.Any, "The level's name, for people.");
        _categories = Optional("for", new ListShape<Category>(Words.Category), "The categories it applies to; without them all.", "categories");
        _networks = Optional("networks", new ListShape<string>(new LineShape("a network")), "The networks it applies to; without them all.");
        _kinds = Optional("kinds", new ListShape<ItemKind>(Words.Kind), "The kinds of items it applies to; without them all.");
        _severity = Optional("min severity", Words.Severity, Severity.None, "The least severity it applies to.");
        _calendar = Optional("calendar", References.Maybe(References.Calendar), null, "Over whose hours the targets count; without one 24 hours on 7 days.");
        _acknowledge = Optional("acknowledge", TargetsShape.Instance, null, "By when the author has seen a first reaction, or a person decided that none is due.");
        _nextAction = Optional("next action", TargetsShape.Instance, null, "By when the next action follows, counted from the acknowledgement or its missed deadline.");
        _clientContact = Optional("client contact", TargetsShape.Instance, null, "By when the client has been reached.");
        _resolve = Optional("resolve", TargetsShape.Instance, null, "By when the matter is settled; pauses while we wait for the author.");
    }

    protected override ServiceLevel Build(Shapes.Values values) => new()
    {
        Name = values.Of(_name),
        Categories = values.Of(_categories),
        Networks = values.Of(_networks),
        Kinds = values.Of(_kinds),
        MinSeverity = values.Of(_severity),
        Calendar = values.Of(_calendar),
        Acknowledge = values.Of(_acknowledge),
        NextAction = values.Of(_nextAction),
        ClientContact = values.Of(_clientContact),
        Resolve = values.Of(_resolve),
    };
}
