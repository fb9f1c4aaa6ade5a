using System.Globalization;
using System.Text.RegularExpressions;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.OnCall;

namespace SocialOps.AgencyFiles.Values;

/// <summary>How long a turn lasts: <c>1 week</c>, <c>12 hours</c>.</summary>
internal sealed partial class TurnShape() : PatternShape<(IReadOnlyList<int> Lengths, RotationUnit Unit)>(Pattern())
{
    public static readonly TurnShape Instance = new();

    public override string Name => "turn";

    public override string Noun => "a turn's length";

    public override (IReadOnlyList<int> Lengths, RotationUnit Unit) Nothing => ([1], RotationUnit.Week);

    protected override string WayOut => "write e.g. 1 week, 2 days, 12 hours or 1 month.";

    protected override string Meaning => "How long a turn lasts: hours, days, weeks or months; several lengths of one unit take turns.";

    protected override IReadOnlyList<string> Examples => ["1 week", "2 weeks", "1 day", "12 hours", "1 month", "4 days, 3 days"];

    protected override string? Parse(Match match, out (IReadOnlyList<int> Lengths, RotationUnit Unit) value)
    {
        var units = match.Groups["unit"].Captures.Select(unit => UnitOf(unit.Value)).ToList();
        value = ([.. match.Groups["count"].Captures.Select(count => int.Parse(count.Value, CultureInfo.InvariantCulture))], units[0]);
        return units.Exists(unit => unit != units[0]) ? "the lengths have different units; write them in one, e.g. 4 days, 3 days." : null;
    }

    private static RotationUnit UnitOf(string unit) => unit[0] switch
    {
        'h' => RotationUnit.Hour,
        'd' => RotationUnit.Day,
        'w' => RotationUnit.Week,
        _ => RotationUnit.Month,
    };

    [GeneratedRegex("^(?:(?<count>[0-9]{1,4}) (?<unit>hour|day|week|month)s?(?:, (?!$)|$))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
