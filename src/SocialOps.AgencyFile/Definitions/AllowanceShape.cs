using System.Globalization;
using System.Text.RegularExpressions;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.Content;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>How often in a period: <c>1 per month</c>.</summary>
internal sealed partial class AllowanceShape() : PatternShape<AllowanceText>(Pattern())
{
    public static readonly AllowanceShape Instance = new();

    public override string Name => "allowance";

    public override string Noun => "an allowance";

    public override AllowanceText Nothing => new(1, GoodwillPeriod.Month);

    protected override string WayOut => "write e.g. 1 per month or 2 per quarter.";

    protected override string Meaning => "How often in a calendar week, month or quarter.";

    protected override IReadOnlyList<string> Examples => ["1 per month", "2 per quarter"];

    protected override string? Parse(Match match, out AllowanceText value)
    {
        var per = match.Groups["per"].Value switch { "week" => GoodwillPeriod.Week, "month" => GoodwillPeriod.Month, _ => GoodwillPeriod.Quarter };
        value = new(int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture), per);
        return null;
    }

    [GeneratedRegex("^(?<times>[1-9][0-9]{0,2}) per (?<per>week|month|quarter)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <summary>An allowance as the file writes it.</summary>
internal readonly record struct AllowanceText(int Times, GoodwillPeriod Per);
