namespace SocialOps.Responses.Policies;

/// <summary>At which of its conditions a pattern fails, in the order in which they are looked at.</summary>
internal enum PatternFit
{
    Fits,
    Scope,
    Category,
    Cause,
    Severity,
    Kind,
}

/// <summary>The conditions of a pattern, asked by the engine and by its explanation alike.</summary>
internal static class PatternConditions
{
    public static PatternFit Check(this ActionPattern pattern, Classification item, ItemFacts facts)
        => !pattern.Scope.Covers(facts) ? PatternFit.Scope
            : pattern.Category != item.Category ? PatternFit.Category
            : pattern.Cause is { } cause && cause != item.Cause ? PatternFit.Cause
            : item.Severity < pattern.MinSeverity ? PatternFit.Severity
            : pattern.Kinds.Count > 0 && !pattern.Kinds.Contains(facts.Kind) ? PatternFit.Kind
            : PatternFit.Fits;

    /// <summary>Whatever fits the other one at such a place fits this one too.</summary>
    public static bool Includes(this ActionPattern pattern, ActionPattern other)
        => pattern.Category == other.Category
            && (pattern.Cause is null || pattern.Cause == other.Cause)
            && pattern.MinSeverity <= other.MinSeverity
            && (pattern.Kinds.Count == 0 || (other.Kinds.Count > 0 && other.Kinds.All(pattern.Kinds.Contains)));

    public static string Explain(ActionPattern pattern, PatternFit fit, Classification item, ItemFacts facts) => fit switch
    {
        PatternFit.Fits => "fits",
        PatternFit.Scope => $"is for {pattern.Scope}, the item came to {Place(facts)}",
        PatternFit.Category => $"is for {pattern.Category}, the item is {item.Category}",
        PatternFit.Cause => $"is for {pattern.Cause}, the complaint is about {item.Cause}",
        PatternFit.Severity => $"is for severity {(int)pattern.MinSeverity} and above, the item has {(int)item.Severity}",
        _ => $"is for {string.Join(" and ", pattern.Kinds)}, the item is a {facts.Kind}",
    };

    private static string Place(ItemFacts facts) => facts switch
    {
        { Account: { } account } => $"{account} on {facts.Network}",
        { Client: { } client } => $"{client} on {facts.Network}",
        _ => facts.Network,
    };
}
