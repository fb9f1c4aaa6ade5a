using System.Text.RegularExpressions;

namespace SocialOps.Inbox;

/// <summary>Whether a reply says the same as earlier ones on its matter (requirement 4.4): their figures are compared, "14 Tage" against "30 Tage". Pure and thread-safe.</summary>
public static partial class ReplyConsistency
{
    /// <summary>A warning for each figure that differs from every earlier one of its unit.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="earlier">What was said before.</param>
    public static IReadOnlyList<Finding> Check(string text, IReadOnlyList<EarlierReply> earlier)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(earlier);
        var before = earlier.SelectMany(e => FiguresIn(e.Said).Select(figure => (figure.Unit, figure.Number, figure.Words, e.SaidAt))).ToLookup(f => f.Unit, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from figure in FiguresIn(text)
               let said = before[figure.Unit].ToList()
               where said.Count > 0 && said.All(s => s.Number != figure.Number)
               let last = said.MaxBy(s => s.SaidAt)
               select Finding.Warning("text", $"'{figure.Words}' differs from what was said before: '{last.Words}' on {last.SaidAt:uuuu-MM-dd}. Make sure which is right."),
        ];
    }

    private static IEnumerable<(string Number, string Unit, string Words)> FiguresIn(string text)
        => Figure().Matches(text).Select(m => (m.Groups["number"].Value.Replace(',', '.'), m.Groups["unit"].Value, m.Value));

    [GeneratedRegex(@"(?<number>[0-9]{1,12}(?:[.,:][0-9]{1,6}){0,3})[ \u00A0\u202F]?(?<unit>[%€$]|\p{L}{1,30})", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
