using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;

namespace SocialOps.AgencyFiles.Values;

/// <summary>Whole days: <c>2026-07-01 to 2026-07-14</c>, both included, or one of them.</summary>
internal sealed partial class DaysShape() : PatternShape<(LocalDate First, LocalDate Last)>(Pattern())
{
    public static readonly DaysShape Instance = new();

    public override string Name => "days";

    public override string Noun => "a stretch of days";

    public override (LocalDate First, LocalDate Last) Nothing => (new(2000, 1, 3), new(2000, 1, 3));

    protected override string WayOut => "write e.g. 2026-07-01 to 2026-07-14, or one day.";

    protected override string Meaning => "Whole days, the first and the last included, or one day.";

    protected override IReadOnlyList<string> Examples => ["2026-07-01 to 2026-07-14", "2026-12-24"];

    protected override string? Parse(Match match, out (LocalDate First, LocalDate Last) value)
    {
        value = Nothing;
        var (from, to) = (match.Groups["from"].Value, match.Groups["to"] is { Success: true } end ? end.Value : match.Groups["from"].Value);
        if (!DateText.TryDate(from, out var first))
        {
            return DateText.NoSuch(from);
        }

        if (!DateText.TryDate(to, out var last))
        {
            return DateText.NoSuch(to);
        }

        value = (first, last);
        return null;
    }

    [GeneratedRegex("^(?<from>" + DateText.Date + ")(?: to (?<to>" + DateText.Date + "))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
