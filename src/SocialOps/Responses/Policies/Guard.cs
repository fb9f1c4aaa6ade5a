namespace SocialOps.Responses.Policies;

/// <summary>A guard, ready to ask.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Because">Why it holds, in words.</param>
/// <param name="Otherwise">Why it does not.</param>
/// <param name="Forbids">What is not done.</param>
/// <param name="Adds">What is done as well.</param>
internal sealed record Guard(string Id, Func<Classification, ItemFacts, bool> Holds, string Because, string Otherwise, IReadOnlyList<ActionKind> Forbids, IReadOnlyList<ActionKind> Adds)
{
    public static Guard Of(ResponseGuard guard)
    {
        var what = string.Join(" and ", new[] { string.Join(" or ", guard.Categories), string.Join(" or ", guard.Rules.Select(r => $"rule '{r}'")), guard.Scope.Specificity > 0 ? guard.Scope.ToString() : "" }.Where(t => t.Length > 0));
        return new(guard.Id, (item, facts) => Applies(guard, item, facts), $"the item is for it: {what}", $"is for {what}", guard.Forbids, guard.Adds);
    }

    private static bool Applies(ResponseGuard guard, Classification item, ItemFacts facts)
        => guard.Scope.Covers(facts)
            && (guard.Categories.Count == 0 || item.Labels.Any(l => guard.Categories.Contains(l.Category)))
            && (guard.Rules.Count == 0 || item.Labels.Any(l => l.Source.Kind == LabelSourceKind.Rule && guard.Rules.Contains(l.Source.Name)));
}
