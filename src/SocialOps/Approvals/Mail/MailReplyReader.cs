using System.Text.RegularExpressions;
using SocialOps.Serialization;

namespace SocialOps.Approvals;

/// <summary>
/// Reads a reply: a plain yes only when the first own line is exactly a phrase of the closed list, and nothing else of the sender's own follows but a closing and a signature without any
/// word that could take the yes back. Quoted text is nobody's word. Everything else is for a person. Pure and thread-safe.
/// </summary>
public static partial class MailReplyReader
{
    /// <summary>A longer line cannot be one: what comes before, between and after its words is bounded.</summary>
    private const int LongestAttribution = 520;

    /// <summary>What a plain-text body says.</summary>
    /// <param name="text">Any text at all; only its first 64 KiB are read.</param>
    public static MailReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = OwnLines(SafeText.From(text).Value);
        var (phrase, closed) = ((string?)null, false);
        foreach (var line in own)
        {
            var normal = ApprovalPhrases.Normalize(line);
            if (phrase is null)
            {
                if (!ApprovalPhrases.Approvals.Contains(normal))
                {
                    return new(null, "its first own line is no phrase of the list.");
                }

                phrase = normal;
            }
            else if (ApprovalPhrases.IsDoubtful(normal))
            {
                return new(null, "something after the phrase could take it back.");
            }
            else if (!closed && !ApprovalPhrases.IsClosing(normal))
            {
                return new(null, "something else follows the phrase.");
            }
            else
            {
                closed = true;
            }
        }

        return phrase is null ? new(null, "there is no line of the sender's own.") : new(phrase, "");
    }

    /// <summary>The sender's own lines: without blank and quoted ones, and nothing from where a copy of an older mail begins.</summary>
    private static List<string> OwnLines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var own = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '>')
            {
                continue;
            }

            if (line == "--" || OriginalMessage().IsMatch(line))
            {
                // Whatever stands below a signature's mark or above a copied mail is not the sender's word on this.
                break;
            }

            if (Attribution(lines, i) is var length and > 0)
            {
                if (!IsQuoteAt(lines, i + length))
                {
                    break;
                }

                i += length - 1;
                continue;
            }

            own.Add(line);
        }

        return own;
    }

    /// <summary>How many lines "On ... wrote:" takes here: mail programs break it in two; 0 when there is none.</summary>
    private static int Attribution(string[] lines, int at)
        => IsAttribution(lines[at].Trim()) ? 1 : at + 1 < lines.Length && IsAttribution($"{lines[at].Trim()} {lines[at + 1].Trim()}") && WroteBegins().IsMatch(lines[at].Trim()) ? 2 : 0;

    private static bool IsAttribution(string line) => line.Length <= LongestAttribution && Wrote().IsMatch(line);

    private static bool IsQuoteAt(string[] lines, int at)
    {
        for (; at < lines.Length; at++)
        {
            if (lines[at].Trim() is { Length: > 0 } line)
            {
                return line[0] == '>';
            }
        }

        return true;
    }

    [GeneratedRegex(@"^(-{2,} ?(original message|ursprüngliche nachricht|weitergeleitete nachricht|forwarded message|original-nachricht) ?-{2,}|_{10,}|(von|from|gesendet|sent): .+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex(@"^(am|on) .{6,300} (schrieb|wrote)\b.{0,200}:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^(am|on) .*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WroteBegins();
}
