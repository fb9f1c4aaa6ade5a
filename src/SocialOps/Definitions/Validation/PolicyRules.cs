using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Definitions.Validation;

/// <summary>Response policies: rules that can match, and one pattern for each case.</summary>
internal static class PolicyRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        foreach (var policy in agency.Policies)
        {
            var path = $"policies[{policy.Id}]";
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var rule in policy.Rules)
            {
                WordRules.Check($"{path}.rules[{rule.Id}]", rule, isFirst: seen.Add(rule.Id), findings);
            }

            var patterns = new HashSet<(Category, ComplaintCause?)>();
            for (var i = 0; i < policy.Patterns.Count; i++)
            {
                CheckPattern($"{path}.patterns[{i}]", policy.Patterns[i], isFirst: patterns.Add((policy.Patterns[i].Category, policy.Patterns[i].Cause)), names, findings);
            }
        }
    }

    private static void CheckPattern(string path, ActionPattern pattern, bool isFirst, Names names, Findings findings)
    {
        var name = pattern.Cause is { } of ? $"{pattern.Category} because of {of}" : $"{pattern.Category}";
        if (!isFirst)
        {
            findings.Error(path, $"there are two patterns for {name}; nobody could say which one holds. Take one out.");
        }

        if (pattern.Cause is not null && pattern.Category != Category.Complaint)
        {
            findings.Error($"{path}.cause", $"only complaints have a cause, not {pattern.Category}; take the cause out.");
        }

        if (pattern.Steps.Count == 0)
        {
            findings.Error($"{path}.steps", $"nothing is done for {name}; write at least one step, e.g. assign.");
        }

        for (var i = 0; i < pattern.Steps.Count; i++)
        {
            CheckStep($"{path}.steps[{i}]", pattern.Steps[i], names, findings);
        }
    }

    private static void CheckStep(string path, ActionStep step, Names names, Findings findings)
    {
        var sends = step.Kind is ActionKind.Thank or ActionKind.Apologise;
        switch (step.Reply)
        {
            case { } reply when sends:
                names.Replies.Require(path, reply.Value, findings);
                break;
            case null when sends:
                findings.Error(path, $"{step.Kind} sends a reply, but none is named; name a saved reply.");
                break;
            case not null:
                findings.Error(path, $"{step.Kind} sends nothing; take the reply out.");
                break;
        }
    }
}
