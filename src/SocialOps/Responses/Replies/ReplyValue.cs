using System.Globalization;
using System.Text;

namespace SocialOps.Responses;

/// <summary>What others chose, such as an author's name, made harmless before it stands in a reply: no mention, no hashtag, no link, no hidden direction. Pure and thread-safe.</summary>
internal static class ReplyValue
{
    private const int MostRunes = 60;

    /// <summary>Makes a value harmless. <c>@</c> and <c>#</c> become their full-width forms, dots and colons between letters the dots and colons that make no link; what nobody sees is dropped; at most 60 characters are kept.</summary>
    /// <param name="value">Any UTF-16.</param>
    public static string Neutralise(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var result = new StringBuilder(value.Length);
        var (kept, space) = (0, false);
        foreach (var rune in value.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator)
            {
                space = result.Length > 0;
                continue;
            }

            if (category is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar)
            {
                continue;
            }

            if (kept++ == MostRunes)
            {
                break;
            }

            result.Append(space ? " " : "").Append(Harmless(rune));
            space = false;
        }

        return result.ToString();
    }

    private static string Harmless(Rune rune) => rune.Value switch
    {
        '@' or 0xFE6B => "＠",
        '#' or 0xFE5F => "＃",
        '.' or 0x3002 or 0xFF0E or 0xFF61 => "\u2024",
        ':' => "\uA789",
        '/' => "\u2215",
        _ => rune.ToString(),
    };
}
