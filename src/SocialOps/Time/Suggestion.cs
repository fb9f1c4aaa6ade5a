namespace SocialOps.Time;

/// <summary>"Did you mean": the known words nearest to one that is not known.</summary>
internal static class Suggestion
{
    private const int MaxCount = 3;

    /// <summary>A sentence with a leading space, or nothing when no known word is near.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        var near = known
            .Select(k => (Word: k, Distance: Distance(word.ToUpperInvariant(), k.ToUpperInvariant())))
            .Where(k => k.Distance <= Math.Max(1, word.Length / 3))
            .OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal)
            .Take(MaxCount)
            .Select(k => k.Word)
            .ToList();
        return near.Count == 0 ? string.Empty : $" Did you mean {string.Join(" or ", near)}?";
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
