using SocialOps.AgencyFiles.Shapes;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PolicyShape : BlockShape<ResponsePolicyDefinition>
{
    private readonly Field<IReadOnlyList<ResponseRule>> _rules;
    private readonly Field<IReadOnlyList<ActionPattern>> _patterns;

    public PolicyShape()
        : base("policy", "a policy's block of keys", "What is answered how: rules label an item, the label selects what is done.")
    {
        _rules = Optional("rules", new MapShape<ResponseRule>(new RuleShape(), "thanks"), "The rules by id; all run, their labels merge.");
        _patterns = Optional("patterns", new ListShape<ActionPattern>(new PatternBlockShape()), "What is done for which category; a category without one is assigned to a person.");
    }

    protected override ResponsePolicyDefinition Build(Shapes.Values values)
        => new() { Id = new(values.Id), Rules = values.Of(_rules), Patterns = values.Of(_patterns) };
}
