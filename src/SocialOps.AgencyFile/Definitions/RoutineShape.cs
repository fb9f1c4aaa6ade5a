using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class RoutineShape : BlockShape<RoutineDefinition>
{
    private readonly Field<string> _name;
    private readonly Field<RoutineKind> _kind;
    private readonly Field<ClientId?> _client;
    private readonly Field<PersonId> _owner;
    private readonly Field<PersonId?> _deputy;
    private readonly Field<RoutineCadence> _comes;
    private readonly Field<Duration> _within;
    private readonly Field<Duration?> _box;
    private readonly Field<IReadOnlyList<string>> _checklist;

    public RoutineShape()
        : base("routine", "a routine's block of keys", "A duty that comes again, with somebody who does it.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _kind = Optional("kind", RoutineWords.Kind, RoutineKind.Other, "What it is for; other without it.");
        _client = Optional("client", References.Maybe(References.Client), null, "The client it serves; the agency itself without it.");
        _owner = Required("owner", References.Person, "Who does it.");
        _deputy = Optional("deputy", References.Maybe(References.Person), null, "Who hears of it when it is late.");
        _comes = Required("comes", new CadenceShape(), "When it comes.", "cadence");
        _within = Required("within", DurationShape.Instance, "How long it may take from its beginning until it is late.");
        _box = Optional("time box", References.Maybe(DurationShape.Instance), null, "How long it should take at most.");
        _checklist = Optional("checklist", new ListShape<string>(LineShape.Any), "What has to be checked off before it is done.");
    }

    protected override RoutineDefinition Build(Shapes.Values values) => new()
    {
        Id = new(values.Id),
        Name = values.Of(_name),
        Kind = values.Of(_kind),
        Client = values.Of(_client),
        Owner = values.Of(_owner),
        Deputy = values.Of(_deputy),
        Cadence = values.Of(_comes),
        Within = values.Of(_within),
        TimeBox = values.Of(_box),
        Checklist = values.Of(_checklist),
    };
}
