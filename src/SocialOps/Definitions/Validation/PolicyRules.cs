using SocialOps.Responses;

namespace SocialOps.Definitions.Validation;

/// <summary>Response policies: rules that can match, guards that do something, and patterns in a total order that their channels can carry out.</summary>
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

            var scopes = new ScopeRules(agency, policy.Id, names, findings);
            CheckGuards(path, policy, seen, scopes, findings);
            if (policy.HoldingStatement is { } statement)
            {
                names.Replies.Require($"{path}.holdingStatement", statement.Value, findings);
            }

            PatternRules.Check(path, policy, scopes, names, findings);
            ModerationRules.Check(path, policy, agency, findings);
            AutonomyRules.Check($"{path}.autonomy", policy.Autonomy, names, findings);
        }
    }

    private static void CheckGuards(string path, ResponsePolicyDefinition policy, HashSet<string> rules, ScopeRules scopes, Findings findings)
    {
        var seen = new HashSet<string>(BuiltInGuards.Ids, StringComparer.Ordinal);
        foreach (var guard in policy.Guards)
        {
            var place = $"{path}.guards[{guard.Id}]";
            findings.RequireId(place, guard.Id);
            if (!seen.Add(guard.Id))
            {
                findings.Error(place, BuiltInGuards.Ids.Contains(guard.Id) ? $"guard '{guard.Id}' is the library's own, which always holds; give this one another id." : $"guard '{guard.Id}' is defined twice; give one of them another id.");
            }

            for (var i = 0; i < guard.Rules.Count; i++)
            {
                if (!rules.Contains(guard.Rules[i]))
                {
                    var meant = Suggestion.Nearest(guard.Rules[i], rules);
                    findings.Error($"{place}.rules[{i}]", $"rule '{guard.Rules[i]}' is not one of this policy; {(meant is null ? "name one of its rules." : $"did you mean '{meant}'?")}");
                }
            }

            if (guard.Categories.Count + guard.Rules.Count + guard.Scope.Specificity == 0)
            {
                findings.Error(place, $"guard '{guard.Id}' holds for everything; write for which labels, rules, clients, networks or accounts.");
            }

            if (guard.Forbids.Count + guard.Adds.Count == 0)
            {
                findings.Error(place, $"guard '{guard.Id}' changes nothing; write what it forbids or adds.");
            }

            for (var i = 0; i < guard.Adds.Count; i++)
            {
                if (guard.Adds[i] is not (ActionKind.Assign or ActionKind.ContactClient))
                {
                    findings.Error($"{place}.adds[{i}]", $"a guard cannot add {guard.Adds[i]}; it adds Assign or ContactClient.");
                }
            }

            scopes.Check(place, guard.Scope);
        }
    }
}
