using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class GuardShape : BlockShape<ResponseGuard>
{
    private readonly Field<IReadOnlyList<Category>> _for;
    private readonly Field<IReadOnlyList<string>> _rules;
    private readonly Field<IReadOnlyList<ActionKind>> _forbid;
    private readonly Field<IReadOnlyList<ActionKind>> _add;
    private readonly ScopeFields _scope;

    public GuardShape()
        : base("guard", "a guard's block of keys", "What holds for some items whatever the patterns say. All guards that apply hold, the library's own too.")
    {
        _for = Optional("for", new ListShape<Category>(Words.Category), "One of these is among the item's labels, of whatever source.", "categories");
        _rules = Optional("rules", new ListShape<string>(new LineShape("a rule's id")), "One of these rules gave a label.");
        _forbid = Optional("forbid", new ListShape<ActionKind>(Words.Action), "What is not done.", "forbids");
        _add = Optional("add", new ListShape<ActionKind>(Words.Action), "What is done as well: assign or contact client.", "adds");
        _scope = new(Optional);
    }

    protected override ResponseGuard Build(Shapes.Values values) => new()
    {
        Id = values.Id,
        Categories = values.Of(_for),
        Rules = values.Of(_rules),
        Forbids = values.Of(_forbid),
        Adds = values.Of(_add),
        Scope = _scope.Of(values),
    };
}
