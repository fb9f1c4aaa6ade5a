using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Values;

/// <summary>By when: a duration, working days, or the same day by a time.</summary>
internal sealed partial class TargetShape() : PatternShape<ResponseTarget>(Pattern())
{
    public static readonly TargetShape Instance = new();

    public override string Name => "target";

    public override string Noun => "a target";

    public override ResponseTarget Nothing => new ResponseTarget.Within(Duration.Zero);

    protected override string WayOut => "write e.g. 1h, 30m, 2 working days, or same day by 20:00, at least 1h.";

    protected override string Meaning => "By when: so much open time (4h), by the same time so many working days later (2 working days), or by the first such time of day that leaves enough time (same day by 20:00, at least 1h; without 'at least' it is 1h).";

    protected override IReadOnlyList<string> Examples => ["1h", "30m", "2 working days", "same day by 20:00", "same day by 20:00, at least 2h"];

    protected override string? Explain(string text) => DurationShape.ExplainText(text);

    protected override string? Parse(Match match, out ResponseTarget value)
    {
        value = Nothing;
        if (match.Groups["days"] is { Success: true } days)
        {
            value = new ResponseTarget.BusinessDays(int.Parse(days.Value, CultureInfo.InvariantCulture));
            return null;
        }

        if (match.Groups["by"] is not { Success: true } by)
        {
            value = new ResponseTarget.Within(DurationShape.Read(match.Value));
            return null;
        }

        if (!ClockTime.TryRead(by.Value, out var time))
        {
            return $"{by.Value} is not a time of day; write one from 00:00 to 23:59.";
        }

        value = new ResponseTarget.SameDayBy(time, match.Groups["least"] is { Success: true } least ? DurationShape.Read(least.Value) : Duration.FromHours(1));
        return null;
    }

    [GeneratedRegex("^(?:(?<days>[0-9]{1,4}) working days?|same day by (?<by>[0-9]{1,2}:[0-9]{2})(?:, at least (?<least>" + DurationShape.Text + "))?|" + DurationShape.Text + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
