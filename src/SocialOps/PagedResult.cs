namespace SocialOps;

/// <summary>One page of a query's results, in the query's order.</summary>
/// <typeparam name="T">What the query lists.</typeparam>
/// <param name="Items">The page's items; empty when nothing matched.</param>
/// <param name="Next">Hand it back to the same query to read on; <see langword="null"/> at the end.</param>
public sealed record PagedResult<T>(IReadOnlyList<T> Items, string? Next);
