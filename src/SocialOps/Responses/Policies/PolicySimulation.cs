namespace SocialOps.Responses;

/// <summary>What one policy would do otherwise than another, before it is taken into use (requirement 4.18). Pure and thread-safe.</summary>
public static class PolicySimulation
{
    /// <summary>Runs both policies over items and keeps those with another outcome.</summary>
    /// <param name="before">The policy that holds.</param>
    /// <param name="after">The policy that is to hold.</param>
    /// <param name="items">The items; walked once, lazily.</param>
    public static IEnumerable<ChangedOutcome> Compare(ResponsePolicy before, ResponsePolicy after, IEnumerable<SimulatedItem> items)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(items);
        return items.Select(item => new ChangedOutcome(item.Id, before.Evaluate(item.Text, item.Facts), after.Evaluate(item.Text, item.Facts))).Where(change => change.Differences.Count > 0);
    }
}

/// <summary>An item that policies are tried on.</summary>
/// <param name="Id">Its id, for people.</param>
/// <param name="Text">Its text.</param>
/// <param name="Facts">What is known besides.</param>
public sealed record SimulatedItem(string Id, string Text, ItemFacts Facts);

/// <summary>An item with another outcome.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Before">What follows now.</param>
/// <param name="After">What would follow.</param>
public sealed record ChangedOutcome(string Item, ResponseOutcome Before, ResponseOutcome After)
{
    /// <summary>What is different, in words: <c>category Question -> Complaint</c>. A label of the same category by another source, and a pattern of another name that does the same, are no difference.</summary>
    public IReadOnlyList<string> Differences { get; } = [.. All(Before, After)];

    private static IEnumerable<string> All(ResponseOutcome before, ResponseOutcome after)
        => new[]
        {
            Of("category", before.Classification.Category, after.Classification.Category),
            Of("cause", before.Classification.Cause, after.Classification.Cause),
            Of("severity", (int)before.Classification.Severity, (int)after.Classification.Severity),
            Of("steps", Steps(before), Steps(after)),
        }.OfType<string>();

    private static string? Of<T>(string what, T before, T after) => Equals(before, after) ? null : $"{what} {before} -> {after}";

    private static string Steps(ResponseOutcome outcome) => string.Join(", ", outcome.Steps.Select(s => s.Reply is { } reply ? $"{s.Kind} '{reply}'" : s.Reason is { } reason ? $"{s.Kind} ({reason})" : s.Kind.ToString()));
}
