using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>An action pattern: <c>{ for: praise, do: { thank: danke } }</c>.</summary>
internal sealed class PatternBlockShape : BlockShape<ActionPattern>
{
    private readonly Field<Category> _category;
    private readonly Field<ComplaintCause?> _cause;
    private readonly Field<IReadOnlyList<ActionStep>> _do;

    public PatternBlockShape()
        : base("pattern", "a pattern's block of keys", "What is done for a category, in order.")
    {
        _category = Required("for", Words.Category, "The category.", "category");
        _cause = Optional("cause", References.Maybe(Words.Cause), null, "Only for complaints about this; without it for all.");
        _do = Required("do", new ListShape<ActionStep>(StepShape.Instance), "The steps in order.", "steps");
    }

    protected override ActionPattern Build(Shapes.Values values) => new(values.Of(_category), values.Of(_do), values.Of(_cause));
}
