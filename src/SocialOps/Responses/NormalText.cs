using System.Globalization;
using System.Text;

namespace SocialOps.Responses;

/// <summary>Text as rules see it: NFKC, lower case, ä/ö/ü/ß written out, a letter at most twice in a row, cut into words; a symbol such as an emoji is a word of its own.</summary>
internal static class NormalText
{
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                Append(word, rune);
                continue;
            }

            Flush(word, words);
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
            {
                words.Add(rune.ToString());
            }
        }

        Flush(word, words);
        return words;
    }

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);

    private static void Append(StringBuilder word, Rune rune)
    {
        Span<char> chars = stackalloc char[2];
        var length = rune.EncodeToUtf16(chars);
        word.Append(chars[..length]);
        if (length == 1 && word.Length >= 3 && Rune.IsLetter(rune) && word[^2] == chars[0] && word[^3] == chars[0])
        {
            word.Length--; // "sooooo" counts as "soo": a run never grows past two
        }
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
