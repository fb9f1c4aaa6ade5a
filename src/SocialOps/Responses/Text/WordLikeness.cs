namespace SocialOps.Responses.Text;

/// <summary>How alike texts are by their folded words. Pure.</summary>
internal static class WordLikeness
{
    private const int SharedLetters = 5;

    /// <summary>The same word, or the same beginning: "Öffnungszeit", "Öffnungszeiten".</summary>
    public static bool IsSame(string left, string right)
        => left == right || (left.Length >= SharedLetters && right.Length >= SharedLetters && (left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal)));

    /// <summary>The words that carry a matter: four letters and more, each once.</summary>
    public static string[] MatterOf(string text) => [.. FoldedText.WordsOf(text).Where(w => w.Length >= 4).Distinct(StringComparer.Ordinal)];

    /// <summary>How much of the shorter matter stands in the longer one, 0 to 1.</summary>
    public static double Overlap(string[] left, string[] right)
    {
        var (few, many) = left.Length <= right.Length ? (left, right) : (right, left);
        return few.Length == 0 ? 0 : few.Count(w => many.Any(m => IsSame(w, m))) / (double)few.Length;
    }

    /// <summary>Common words among all words of both, 0 to 1 (Jaccard); both sorted ordinally, without repetition.</summary>
    public static double Jaccard(string[] left, string[] right)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var order = string.CompareOrdinal(left[i], right[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return left.Length + right.Length == 0 ? 0 : common / (double)(left.Length + right.Length - common);
    }
}
