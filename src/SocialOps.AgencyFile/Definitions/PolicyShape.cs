using SocialOps.AgencyFiles.Shapes;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PolicyShape : BlockShape<ResponsePolicyDefinition>
{
    private readonly Field<IReadOnlyList<ResponseRule>> _rules;
    private readonly Field<IReadOnlyList<ResponseGuard>> _guards;
    private readonly Field<AutonomyDefinition> _autonomy;
    private readonly Field<ReplyTone?> _tone;
    private readonly Field<IReadOnlyList<ActionPattern>> _patterns;
    private readonly Field<SavedReplyId?> _holdingStatement;

    public PolicyShape()
        : base("policy", "a policy's block of keys", "What is answered how: rules label an item, guards say what must not follow, the first pattern that fits says what follows.")
    {
        _rules = Optional("rules", new MapShape<ResponseRule>(new RuleShape(), "thanks"), "The rules by id; all run, their labels merge.");
        _autonomy = Optional("autonomy", new AutonomyShape(), new AutonomyDefinition(), "How far the engine may go alone.");
        _tone = Optional("tone", References.Maybe(Words.Tone), null, "How people are addressed; without it it does not matter.");
        _guards = Optional("guards", new MapShape<ResponseGuard>(new GuardShape(), "minors"), "What holds whatever the patterns say, by id.");
        _patterns = Optional("patterns", new ListShape<ActionPattern>(new PatternBlockShape()), "What is done for which items; an item without one is assigned to a person.");
        _holdingStatement = Optional("holding statement", References.Maybe(References.Reply), null, "The saved reply that is proposed while a wave stands at level 3 or above.");
    }

    protected override ResponsePolicyDefinition Build(Shapes.Values values)
        => new() { Id = new(values.Id), Rules = values.Of(_rules), Guards = values.Of(_guards), Autonomy = values.Of(_autonomy), Tone = values.Of(_tone), Patterns = values.Of(_patterns), HoldingStatement = values.Of(_holdingStatement) };
}
