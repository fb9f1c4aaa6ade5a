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
    private readonly Field<string?> _id;
    private readonly Field<int> _priority;
    private readonly Field<Severity> _severity;
    private readonly Field<IReadOnlyList<ItemKind>> _kinds;
    private readonly ScopeFields _scope;

    public PatternBlockShape()
        : base("pattern", "a pattern's block of keys", "What is done for some items, in order. Of several that fit the first holds by: narrower scope, lower priority, a named cause, id.")
    {
        _category = Required("for", Words.Category, "The category.", "category");
        _cause = Optional("cause", References.Maybe(Words.Cause), null, "Only for complaints about this; without it for all.");
        _do = Required("do", new ListShape<ActionStep>(StepShape.Instance), "The steps in order.", "steps");
        _id = Optional("id", References.Maybe(LineShape.Any), null, "Its id; without it it is named by what it is for.");
        _priority = Optional("priority", NumberShape.Instance, 0, "Among patterns of one scope the lower comes first; 0 without it.");
        _severity = Optional("min severity", Words.Severity, Severity.None, "Only for items at least as grave.");
        _kinds = Optional("kinds", new ListShape<ItemKind>(Words.Kind), "Only for items of these kinds.");
        _scope = new(Optional);
    }

    protected override ActionPattern Build(Shapes.Values values) => new(values.Of(_category), values.Of(_do), values.Of(_cause))
    {
        Id = values.Of(_id),
        Priority = values.Of(_priority),
        MinSeverity = values.Of(_severity),
        Kinds = values.Of(_kinds),
        Scope = _scope.Of(values),
    };
}
