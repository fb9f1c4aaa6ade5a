namespace SocialOps.Responses.Policies;

/// <summary>The patterns of a policy in their total order. Immutable and thread-safe.</summary>
internal sealed class PatternBook(IEnumerable<ActionPattern> patterns)
{
    private static readonly ActionStep[] Assigned = [new(ActionKind.Assign)];
    private readonly (string Key, ActionPattern Pattern)[] _ordered = [.. Order(patterns).Select(p => (p.Key, p))];

    /// <summary>The total order: it does not depend on how the patterns were given.</summary>
    public static IEnumerable<ActionPattern> Order(IEnumerable<ActionPattern> patterns)
        => patterns.OrderByDescending(p => p.Scope.Specificity).ThenBy(p => p.Priority).ThenBy(p => p.Cause is null).ThenBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>The first that fits, else the default.</summary>
    public (string Key, IReadOnlyList<ActionStep> Steps) Select(Classification item, ItemFacts facts, List<PatternTrace>? trace)
    {
        (string Key, IReadOnlyList<ActionStep> Steps)? selected = null;
        foreach (var (key, pattern) in _ordered)
        {
            if (selected is not null)
            {
                trace?.Add(new(key, false, "not reached"));
                continue;
            }

            var fit = pattern.Check(item, facts);
            trace?.Add(new(key, fit == PatternFit.Fits, PatternConditions.Explain(pattern, fit, item, facts)));
            if (fit == PatternFit.Fits)
            {
                selected = (key, pattern.Steps);
                if (trace is null)
                {
                    break;
                }
            }
        }

        return selected ?? (ActionPattern.DefaultKey, Assigned);
    }
}
