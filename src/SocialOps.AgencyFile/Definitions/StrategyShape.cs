using SocialOps.AgencyFiles.Shapes;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class StrategyShape : BlockShape<StrategyDefinition>
{
    private readonly Field<IReadOnlyList<string>> _goals;
    private readonly Field<IReadOnlyList<string>> _groups;
    private readonly Field<string?> _guideline;
    private readonly Field<string?> _brand;
    private readonly Field<IReadOnlyDictionary<string, string>> _why;

    public StrategyShape()
        : base("strategy", "a strategy's block of keys", "Why a client is on social media at all.")
    {
        _goals = Optional("goals", new ListShape<string>(LineShape.Any), "What is to be reached, in words that can be checked.");
        _groups = Optional("target groups", new ListShape<string>(LineShape.Any), "Whom it is for.");
        _guideline = Optional("guideline", References.Maybe(LineShape.Any), null, "The guideline that decisions cite: the id of one under guidelines, or the name of a document that is kept elsewhere.");
        _brand = Optional("brand", References.Maybe(LineShape.Any), null, "What makes the brand unmistakable: its message, its tone.");
        _why = Optional("why these channels", new PairsShape<string, string>(new LineShape("a network"), LineShape.Any), new Dictionary<string, string>(), "Why these networks and no others, by network.", "channelReasons");
    }

    protected override StrategyDefinition Build(Shapes.Values values) => new()
    {
        Goals = values.Of(_goals),
        TargetGroups = values.Of(_groups),
        Guideline = values.Of(_guideline),
        Brand = values.Of(_brand),
        ChannelReasons = values.Of(_why),
    };
}
