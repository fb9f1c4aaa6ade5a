using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;

namespace SocialOps.AgencyFiles.Values;

/// <summary>A date: <c>2026-01-05</c>.</summary>
internal sealed partial class DateShape() : PatternShape<LocalDate>(Pattern())
{
    public static readonly DateShape Instance = new();

    public override string Name => "date";

    public override string Noun => "a date";

    public override LocalDate Nothing => new(2000, 1, 3);

    protected override string WayOut => "write year, month and day, e.g. 2026-01-05.";

    protected override string Meaning => "A date: year, month, day.";

    protected override IReadOnlyList<string> Examples => ["2026-01-05"];

    protected override string? Parse(Match match, out LocalDate value)
        => DateText.TryDate(match.Value, out value) ? null : DateText.NoSuch(match.Value);

    [GeneratedRegex("^" + DateText.Date + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
