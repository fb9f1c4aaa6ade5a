using System.Globalization;
using System.Text;

namespace SocialOps.Channels.Counting;

/// <summary>Emoji made of several code points. (One of a single code point needs no telling apart: its plain weight is that of an emoji.) Flags and joined sequences count as one, whether any font draws them or not.</summary>
internal static class Emoji
{
    private const int Joiner = 0x200D;
    private const int AsPicture = 0xFE0F;
    private const int KeyCap = 0x20E3;

    /// <summary>How many UTF-16 units of a grapheme cluster's beginning are one emoji; 0 when it begins with something else or with a single code point.</summary>
    public static int LengthAt(ReadOnlySpan<char> cluster)
    {
        var runes = new List<Rune>(8);
        foreach (var rune in cluster.EnumerateRunes())
        {
            runes.Add(rune);
        }

        var count = runes.Count < 2 ? 0 : IsKeyCap(runes) ? runes.Count : IsFlag(runes) ? 2 : PictureLength(runes);
        return runes.Take(count).Sum(r => r.Utf16SequenceLength);
    }

    private static bool IsKeyCap(List<Rune> runes)
        => runes[0].IsAscii && (Rune.IsDigit(runes[0]) || runes[0].Value is '#' or '*')
            && (runes[1].Value == KeyCap || (runes.Count > 2 && runes[1].Value == AsPicture && runes[2].Value == KeyCap));

    private static bool IsFlag(List<Rune> runes) => IsRegional(runes[0]) && IsRegional(runes[1]);

    private static bool IsRegional(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

    /// <summary>A picture with what belongs to it: variation selector, skin tone, tags, and further pictures after joiners.</summary>
    private static int PictureLength(List<Rune> runes)
    {
        if (!IsPicture(runes[0]))
        {
            return 0;
        }

        var end = 1;
        while (end < runes.Count && (Belongs(runes[end]) || (runes[end].Value == Joiner && end + 1 < runes.Count && IsPicture(runes[end + 1]))))
        {
            end += runes[end].Value == Joiner ? 2 : 1;
        }

        return end > 1 ? end : 0;
    }

    private static bool Belongs(Rune rune) => rune.Value is AsPicture or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F);

    /// <summary>Symbols, and the few letters and signs that can be shown as pictures.</summary>
    private static bool IsPicture(Rune rune)
        => rune.Value is 0x203C or 0x2049 or 0x2139 or 0x3030 or 0x303D
            || (rune.Value > 0x7F && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherNotAssigned);
}
