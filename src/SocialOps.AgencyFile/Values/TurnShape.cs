using System.Globalization;
using System.Text.RegularExpressions;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.OnCall;

namespace SocialOps.AgencyFiles.Values;

/// <summary>How long a turn lasts: <c>1 week</c>, <c>12 hours</c>.</summary>
internal sealed partial class TurnShape() : PatternShape<(int Length, RotationUnit Unit)>(Pattern())
{
    public static readonly TurnShape Instance = new();

    public override string Name => "turn";

    public override string Noun => "a turn's length";

    public override (int Length, RotationUnit Unit) Nothing => (1, RotationUnit.Week);

    protected override string WayOut => "write e.g. 1 week, 2 days, 12 hours or 1 month.";

    protected override string Meaning => "How long a turn lasts: hours, days, weeks or months.";

    protected override IReadOnlyList<string> Examples => ["1 week", "2 weeks", "1 day", "12 hours", "1 month"];

    protected override string? Parse(Match match, out (int Length, RotationUnit Unit) value)
    {
        var unit = match.Groups["unit"].Value[0] switch
        {
            'h' => RotationUnit.Hour,
            'd' => RotationUnit.Day,
            'w' => RotationUnit.Week,
            _ => RotationUnit.Month,
        };
        value = (int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), unit);
        return null;
    }

    [GeneratedRegex("^(?<count>[0-9]{1,4}) (?<unit>hour|day|week|month)s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
