using System.Globalization;
using System.Text;

namespace SocialOps.Responses.Text;

/// <summary>What a code point is to the matcher.</summary>
internal enum FoldClass : byte
{
    /// <summary>It ends a word.</summary>
    Separator,

    /// <summary>It is part of a word.</summary>
    Word,

    /// <summary>An emoji or another symbol: a word of its own.</summary>
    Symbol,

    /// <summary>Nobody sees it, or it only decorates: zero-width, direction, accents, skin tones.</summary>
    Ignored,

    /// <summary>U+0308, which makes ä of a.</summary>
    Umlaut,
}

/// <summary>A code point as the matcher sees it.</summary>
internal readonly record struct Folded(string Text, FoldClass Class);

/// <summary>
/// Each code point folded once: NFKC, lower case, ä/ö/ü/ß written out, other accents dropped, look-alikes of other scripts made Latin. Pages of 256 are computed when first asked for; a race computes one twice and keeps
/// either, they are equal.
/// </summary>
internal static class FoldTable
{
    private static readonly Folded[]?[] Pages = new Folded[]?[(0x10FFFF >> 8) + 1];

    public static ref readonly Folded Of(int codePoint)
    {
        var page = Pages[codePoint >> 8] ?? Compute(codePoint >> 8);
        return ref page[codePoint & 0xFF];
    }

    private static Folded[] Compute(int number)
    {
        var page = new Folded[256];
        for (var i = 0; i < page.Length; i++)
        {
            page[i] = Fold((number << 8) + i);
        }

        return Pages[number] = page;
    }

    private static Folded Fold(int codePoint)
    {
        if (!Rune.TryCreate(codePoint, out var rune) || (codePoint & 0xFFFE) == 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF)
        {
            return new("", FoldClass.Separator); // lone surrogates and noncharacters: normalisation refuses them
        }

        return (codePoint, Rune.GetUnicodeCategory(rune)) switch
        {
            (0x308, _) => new("", FoldClass.Umlaut),
            (>= 0x1F3FB and <= 0x1F3FF, _) => new("", FoldClass.Ignored),
            (_, UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) => new("", FoldClass.Ignored),
            var (_, category) => FoldVisible(rune, category),
        };
    }

    private static Folded FoldVisible(Rune rune, UnicodeCategory category)
    {
        var result = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            Append(result, part);
        }

        return (result.Length, category) switch
        {
            ( > 0, _) => new(string.Intern(result.ToString()), FoldClass.Word),
            (_, UnicodeCategory.OtherSymbol) => new(rune.ToString(), FoldClass.Symbol),
            _ => new("", FoldClass.Separator),
        };
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        if (LookAlikes.Find(rune) is { } latin)
        {
            result.Append(latin);
            return;
        }

        foreach (var part in Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(part))
            {
                result.Append(LookAlikes.Find(part) ?? part.ToString());
            }
            else if (part.Value == 0x308 && result.Length > 0 && result[^1] is 'a' or 'o' or 'u')
            {
                result.Append('e');
            }
        }
    }
}
