using System.Collections.Frozen;
using System.Text;

namespace SocialOps.Approvals;

/// <summary>The closed lists that mails are read by. Nothing is guessed: what is not here goes to a person.</summary>
internal static class ApprovalPhrases
{
    public static readonly FrozenSet<string> Approvals = Set(
        "freigegeben", "freigabe", "freigabe erteilt", "freigabe ist erteilt", "hiermit freigegeben", "ist freigegeben", "alles freigegeben", "ok, freigabe", "ok freigabe", "okay, freigabe", "okay freigabe",
        "ok, freigegeben", "ok freigegeben", "okay, freigegeben", "ja, freigegeben", "ja, freigabe", "passt, freigegeben", "passt, freigabe", "danke, freigegeben", "freigegeben, danke", "super, freigegeben",
        "von mir freigegeben", "von meiner seite freigegeben", "gruenes licht", "gruenes licht von mir", "gruenes licht von uns", "gruenes licht von meiner seite", "ok, gruenes licht", "ja, gruenes licht", "genehmigt",
        "approved", "i approve", "i approve this", "this is approved", "ok, approved", "okay, approved", "yes, approved", "approved, thanks", "approved, thank you", "looks good, approved", "lgtm, approved", "green light", "green light from me",
        "you have my approval");

    private static readonly string[] Closings =
    [
        "viele gruesse", "beste gruesse", "liebe gruesse", "schoene gruesse", "herzliche gruesse", "freundliche gruesse", "mit freundlichen gruessen", "mit besten gruessen", "gruss", "gruesse", "lg", "vg", "mfg", "danke", "vielen dank", "besten dank",
        "best regards", "kind regards", "regards", "best", "cheers", "thanks", "thank you", "many thanks",
        "von meinem iphone gesendet", "von meinem ipad gesendet", "gesendet von", "sent from my", "get outlook for",
    ];

    private static readonly FrozenSet<string> Doubts = Set(
        "aber", "nicht", "nichts", "kein", "keine", "keinen", "bitte", "noch", "erst", "ausser", "sobald", "falls", "wenn", "sofern", "vorausgesetzt", "statt", "jedoch", "allerdings", "nachdem", "bevor", "ps", "nb", "aendern", "korrigieren", "warten", "stopp",
        "but", "not", "don't", "dont", "no", "please", "except", "if", "unless", "once", "after", "before", "instead", "however", "wait", "change", "only", "stop", "provided");

    /// <summary>Lower case, umlauts written out, one blank between words, no dot or exclamation mark at the end. A question mark stays: a question is no approval.</summary>
    public static string Normalize(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            _ = c switch
            {
                'ä' => text.Append("ae"),
                'ö' => text.Append("oe"),
                'ü' => text.Append("ue"),
                'ß' => text.Append("ss"),
                '\u2019' => text.Append('\''),
                _ when char.IsWhiteSpace(c) => text.Length > 0 && text[^1] != ' ' ? text.Append(' ') : text,
                _ => text.Append(c),
            };
        }

        return text.ToString().TrimEnd(' ', '.', '!');
    }

    public static bool IsClosing(string normal) => Array.Exists(Closings, c => normal == c || normal == c + "," || normal.StartsWith(c + " ", StringComparison.Ordinal) || normal.StartsWith(c + ", ", StringComparison.Ordinal));

    /// <summary>Whether a line holds anything that could take the yes back.</summary>
    public static bool IsDoubtful(string normal)
        => normal.Contains('?', StringComparison.Ordinal) || normal.StartsWith("p.s", StringComparison.Ordinal) || normal.Split([' ', ',', '.', '!', ';', ':', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries).Any(Doubts.Contains);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
