using SocialOps.Responses.Matching;

namespace SocialOps.Responses;

/// <summary>Tells in words what became of a rule.</summary>
internal static class RuleVerdict
{
    public static RuleTrace Of(ResponseRule rule, RuleState state, ItemFacts facts, IReadOnlyList<Evidence> evidence) => state switch
    {
        { Applies: false } => new(rule.Id, null, $"does not apply to {facts.Network}", []),
        { Found: < 0 } => new(rule.Id, null, "none of its words stands in the text", []),
        { Excluded: >= 0 } => new(rule.Id, null, $"'{rule.Any[state.Found]}' stands in the text, but so does '{rule.None[state.Excluded]}'", evidence),
        _ => new(rule.Id, rule.Any[state.Found], $"'{rule.Any[state.Found]}' stands in the text: {rule.Category}", evidence),
    };
}
