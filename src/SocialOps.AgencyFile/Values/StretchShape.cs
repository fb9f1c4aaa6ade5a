using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;

namespace SocialOps.AgencyFiles.Values;

/// <summary>A stretch of local time: <c>2026-04-03 18:00 to 2026-04-07 09:00</c>, or within one day <c>2026-09-18 14:00 to 18:00</c>.</summary>
internal sealed partial class StretchShape() : PatternShape<(LocalDateTime From, LocalDateTime To)>(Pattern())
{
    public static readonly StretchShape Instance = new();

    public override string Name => "stretch";

    public override string Noun => "a stretch of time";

    public override (LocalDateTime From, LocalDateTime To) Nothing => (new(2000, 1, 3, 0, 0), new(2000, 1, 4, 0, 0));

    protected override string WayOut => "write e.g. 2026-04-03 18:00 to 2026-04-07 09:00, or 2026-09-18 14:00 to 18:00.";

    protected override string Meaning => "A stretch of local time; the end no longer belongs to it. 24:00 is midnight at the day's end.";

    protected override IReadOnlyList<string> Examples => ["2026-04-03 18:00 to 2026-04-07 09:00", "2026-09-18 14:00 to 18:00"];

    protected override string? Parse(Match match, out (LocalDateTime From, LocalDateTime To) value)
    {
        value = Nothing;
        var (first, begins, ends) = (match.Groups["first"].Value, match.Groups["begins"].Value, match.Groups["ends"].Value);
        var last = match.Groups["last"] is { Success: true } other ? other.Value : first;
        if (!DateText.TryDateTime(first, begins, out var from))
        {
            return DateText.NoSuch($"{first} {begins}");
        }

        if (!DateText.TryDateTime(last, ends, out var to))
        {
            return DateText.NoSuch($"{last} {ends}");
        }

        value = (from, to);
        return null;
    }

    protected override string? Explain(string text)
        => DaysShape.Instance.Fits(text) ? "it has no times: write e.g. 2026-04-03 00:00 to 2026-04-06 24:00." : null;

    [GeneratedRegex("^(?<first>" + DateText.Date + ")[ T](?<begins>" + DateText.Time + ") to (?:(?<last>" + DateText.Date + ")[ T])?(?<ends>" + DateText.Time + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
