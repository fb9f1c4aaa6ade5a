using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PlatformChangeShape : BlockShape<PlatformChangeDefinition>
{
    private readonly Field<string> _network;
    private readonly Field<string> _what;
    private readonly Field<LocalDate> _from;
    private readonly Field<PersonId> _owner;
    private readonly Field<string?> _source;
    private readonly Field<int> _remind;

    public PlatformChangeShape()
        : base("platform change", "a platform change's block of keys", "Something that a platform changes on a day, and who sees to it.")
    {
        _network = Required("network", LineShape.Any, "The network.");
        _what = Required("what", LineShape.Any, "What changes.");
        _from = Required("from", DateShape.Instance, "The first day on which it holds, in the owner's zone.", "fromOn");
        _owner = Required("owner", References.Person, "Who sees to it, and checks it off.");
        _source = Optional("source", References.Maybe(LineShape.Any), null, "Where it was announced.");
        _remind = Optional("remind days before", NumberShape.Instance, 30, "How many days before it its owner is reminded; without it 30.", "remindDays");
    }

    protected override PlatformChangeDefinition Build(Shapes.Values values) => new()
    {
        Id = values.Id,
        Network = values.Of(_network),
        What = values.Of(_what),
        FromOn = values.Of(_from),
        Owner = values.Of(_owner),
        Source = values.Of(_source),
        RemindDays = values.Of(_remind),
    };
}
