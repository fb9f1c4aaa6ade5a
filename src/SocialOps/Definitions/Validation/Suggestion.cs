namespace SocialOps.Definitions.Validation;

/// <summary>The word that somebody may have meant, by edit distance: insertions, deletions, substitutions and swaps of neighbours count one each.</summary>
internal static class Suggestion
{
    private const int LongestWord = 64;
    private const int MostCandidates = 1000;

    /// <summary>The nearest candidate, the first of equals; <see langword="null"/> when none is near enough: a third of the word, at least one letter. One letter alone is near to nothing.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is < 2 or > LongestWord)
        {
            return null;
        }

        var best = (Word: (string?)null, Distance: Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            if (Math.Abs(candidate.Length - word.Length) < best.Distance && Distance(word, candidate) is var distance && distance < best.Distance)
            {
                best = (candidate, distance);
            }
        }

        return best.Word;
    }

    /// <summary>Letters are compared without case: a wrong case is the nearest of all.</summary>
    private static int Distance(string left, string right)
    {
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var differs = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + differs);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
