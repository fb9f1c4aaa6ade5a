using System.Collections.Frozen;
using System.Text;

namespace SocialOps.Responses.Text;

/// <summary>
/// Letters of other scripts that people take for Latin ones, and Latin letters that no normalisation takes apart. Our own short list of what is seen in comments; text and rules fold alike, so a rule in Cyrillic or Greek works
/// as well.
/// </summary>
internal static class LookAlikes
{
    private static readonly FrozenDictionary<int, string> Latin = Read(
        "a аɑαᴀᎪ", "b вʙβᏴ", "c сᴄϲᏟ", "d ԁᴅđɗᎠ", "e еєεᴇҽᎬ", "f ƒꜰ", "g ɡɢցᏀ", "h нһʜհħΗᎻ", "i іıɪιɩᎥ", "j јᴊϳᎫ", "k кκᴋᏦ", "l łʟӏᏞ", "m мᴍΜᎷ", "n ηɴոΝ", "o оοօᴏøσ", "p рρᴘᏢ", "q ԛգ",
        "r гʀᖇᏒ", "s ѕꜱՏᏚ", "t тτᴛŧᎢ", "u υսᴜʋ", "v ѵνᴠᏙ", "w ԝωᴡѡᎳ", "x хχ×", "y уүʏγᎩΥ", "z ᴢᏃΖ", "ss ßẞ", "ae æ", "oe œ", "th þ", "d ð");

    /// <summary>The Latin letters it looks like, or <see langword="null"/>.</summary>
    public static string? Find(Rune rune) => Latin.GetValueOrDefault(rune.Value);

    private static FrozenDictionary<int, string> Read(params string[] lines)
        => lines.SelectMany(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].EnumerateRunes().Select(r => (r.Value, Text: line[..line.IndexOf(' ', StringComparison.Ordinal)])))
            .ToFrozenDictionary(x => x.Value, x => x.Text);
}
