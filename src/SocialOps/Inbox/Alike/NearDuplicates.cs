using SocialOps.Responses.Text;

namespace SocialOps.Inbox;

/// <summary>Which texts say nearly the same: copies, and copies with a word changed. Pure and thread-safe.</summary>
public static class NearDuplicates
{
    private const double Near = 0.75;
    private const int FewestWords = 4;

    /// <summary>Groups texts. Two are alike when three quarters of their folded words are common, or all of them where they are short; whoever is like one of a group belongs to it.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The groups of two and more, by the texts' places; each in their order, and the group with the first text first.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var equal = texts.Select((text, place) => (Words: FoldedText.WordsOf(text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(), place))
            .Where(t => t.Words.Length > 0)
            .GroupBy(t => string.Join(' ', t.Words), StringComparer.Ordinal)
            .Select(g => (g.First().Words, Places: g.Select(t => t.place).ToList()))
            .ToList();
        var group = Enumerable.Range(0, equal.Count).ToArray();
        for (var i = 0; i < equal.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (RootOf(group, i) != RootOf(group, j) && IsNear(equal[i].Words, equal[j].Words))
                {
                    group[RootOf(group, i)] = RootOf(group, j);
                }
            }
        }

        return [.. equal.Select((e, i) => (e.Places, Root: RootOf(group, i))).GroupBy(e => e.Root, e => e.Places).Select(g => g.SelectMany(p => p).Order().ToList()).Where(g => g.Count > 1).OrderBy(g => g[0])];
    }

    private static bool IsNear(string[] left, string[] right)
        => Math.Min(left.Length, right.Length) >= Math.Max(FewestWords, Near * Math.Max(left.Length, right.Length)) && WordLikeness.Jaccard(left, right) >= Near;

    private static int RootOf(int[] group, int member)
    {
        while (group[member] != member)
        {
            member = group[member];
        }

        return member;
    }
}
