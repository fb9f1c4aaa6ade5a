using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>When a routine comes: <c>every 2 weeks at 09:00 from 2026-01-05</c>. The zone is the agency's.</summary>
internal sealed partial class CadenceShape() : PatternShape<RoutineCadence>(Pattern())
{
    public override string Name => "cadence";

    public override string Noun => "when it comes";

    public override RoutineCadence Nothing => new(new(2000, 1, 3), LocalTime.Midnight, "");

    protected override string WayOut => "write e.g. every day at 09:00 from 2026-01-05, or every 2 weeks at 14:30 from 2026-01-06.";

    protected override string Meaning => "Every so many days, weeks or months, at a time in the agency's zone, from a first day on; of weeks it gives the weekday, of months the day.";

    protected override IReadOnlyList<string> Examples => ["every day at 09:00 from 2026-01-05", "every 2 weeks at 14:30 from 2026-01-06", "every 3 months at 10:00 from 2026-01-31"];

    protected override string? Parse(Match match, out RoutineCadence value)
    {
        value = Nothing;
        if (!DateText.TryDate(match.Groups["from"].Value, out var from))
        {
            return DateText.NoSuch(match.Groups["from"].Value);
        }

        if (!ClockTime.TryRead(match.Groups["at"].Value, out var at))
        {
            return $"{match.Groups["at"].Value} is not a time of day; write one from 00:00 to 23:59.";
        }

        var unit = match.Groups["unit"].Value[0] switch { 'd' => CadenceUnit.Day, 'w' => CadenceUnit.Week, _ => CadenceUnit.Month };
        value = new(from, at, "", unit, match.Groups["count"] is { Success: true } count ? int.Parse(count.Value, CultureInfo.InvariantCulture) : 1);
        return null;
    }

    [GeneratedRegex("^every (?:(?<count>[0-9]{1,3}) )?(?<unit>day|week|month)s? at (?<at>" + DateText.Time + ") from (?<from>" + DateText.Date + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
