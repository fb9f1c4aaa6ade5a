using SocialOps.Channels;
using SocialOps.Responses;
using SocialOps.Responses.Policies;

namespace SocialOps.Definitions.Validation;

/// <summary>Action patterns: a total order, steps that can be taken, none that is never reached.</summary>
internal static class PatternRules
{
    public static void Check(string path, ResponsePolicyDefinition policy, ScopeRules scopes, Names names, Findings findings)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var places = new Dictionary<ActionPattern, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < policy.Patterns.Count; i++)
        {
            var (pattern, place) = (policy.Patterns[i], $"{path}.patterns[{i}]");
            places[pattern] = place;
            CheckKey(place, pattern, isFirst: keys.Add(pattern.Key), findings);
            scopes.Check(place, pattern.Scope);
            if (pattern.Cause is not null && pattern.Category != Category.Complaint)
            {
                findings.Error($"{place}.cause", $"only complaints have a cause, not {pattern.Category}; take the cause out.");
            }

            if (pattern.Steps.Count == 0)
            {
                findings.Error($"{place}.steps", $"nothing is done for {NameOf(pattern)}; write at least one step, e.g. assign.");
            }

            for (var step = 0; step < pattern.Steps.Count; step++)
            {
                CheckStep($"{place}.steps[{step}]", pattern.Steps[step], names, findings);
            }
        }

        WarnOfUnreached(policy, places, findings);
    }

    private static void CheckKey(string path, ActionPattern pattern, bool isFirst, Findings findings)
    {
        if (pattern.Id is { } id)
        {
            findings.RequireId($"{path}.id", id);
        }

        if (pattern.Key == ActionPattern.DefaultKey)
        {
            findings.Error($"{path}.id", $"'{ActionPattern.DefaultKey}' is what is done where no pattern fits; give this one another id.");
        }
        else if (!isFirst)
        {
            findings.Error(path, pattern.Id is null
                ? $"there are two patterns for {NameOf(pattern)}; nobody could say which one holds. Take one out."
                : $"there are two patterns with the id '{pattern.Id}'; nobody could say which one holds. Give one of them another id.");
        }
    }

    private static string NameOf(ActionPattern pattern)
        => (pattern.Cause is { } of ? $"{pattern.Category} because of {of}" : $"{pattern.Category}") + (pattern.Scope.Specificity > 0 ? $" for {pattern.Scope}" : "");

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

    /// <summary>A pattern before which another one stands that fits whatever it fits.</summary>
    private static void WarnOfUnreached(ResponsePolicyDefinition policy, Dictionary<ActionPattern, string> places, Findings findings)
    {
        var ordered = PatternBook.Order(policy.Patterns).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered.Take(i).FirstOrDefault(p => p.Key != ordered[i].Key && p.Includes(ordered[i]) && p.Scope == ordered[i].Scope) is { } first)
            {
                findings.Warning(places[ordered[i]], $"'{first.Key}' comes before it and fits whatever this one fits, so this one is never reached; give it a lower priority number, or take it out.");
            }
        }
    }
}
