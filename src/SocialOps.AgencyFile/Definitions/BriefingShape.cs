using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class BriefingShape : BlockShape<BriefingDefinition>
{
    private readonly Field<int> _version;
    private readonly Field<LocalDate?> _from;
    private readonly Field<IReadOnlyList<string>> _special;

    public BriefingShape()
        : base("briefing", "a briefing's block of keys", "What people read and confirm before they work for the client: its guideline, package and contacts, and what is special.")
    {
        _version = Optional("version", NumberShape.Instance, 1, "The version, from 1; raise it when people must read again.");
        _from = Optional("required from", References.Maybe(DateShape.Instance), null, "The first day on which it is required; before it the version before suffices. Without it at once.", "requiredFromOn");
        _special = Optional("special", new ListShape<string>(LineShape.Any), "What is special about the client.");
    }

    protected override BriefingDefinition Build(Shapes.Values values) => new() { Version = values.Of(_version), RequiredFromOn = values.Of(_from), Special = values.Of(_special) };
}
