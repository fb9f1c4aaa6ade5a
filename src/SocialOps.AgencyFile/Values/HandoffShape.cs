using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;

namespace SocialOps.AgencyFiles.Values;

/// <summary>When turns change hands: <c>monday 09:00</c>, or <c>09:00</c>.</summary>
internal sealed partial class HandoffShape() : PatternShape<(IsoDayOfWeek? Day, LocalTime Time)>(Pattern())
{
    public static readonly HandoffShape Instance = new();

    public override string Name => "handoff";

    public override string Noun => "a handoff";

    public override (IsoDayOfWeek? Day, LocalTime Time) Nothing => (null, LocalTime.Midnight);

    protected override string WayOut => "write e.g. monday 09:00, or 09:00.";

    protected override string Meaning => "When turns change hands, in the schedule's local time: a time, or a weekday and a time.";

    protected override IReadOnlyList<string> Examples => ["monday 09:00", "09:00"];

    protected override string? Parse(Match match, out (IsoDayOfWeek? Day, LocalTime Time) value)
    {
        var day = match.Groups["day"] is { Success: true } name ? WeekdayText.ReadDay(name.Value) : (IsoDayOfWeek?)null;
        var known = ClockTime.TryRead(match.Groups["time"].Value, out var time);
        value = (day, time);
        return known ? null : $"{match.Groups["time"].Value} is not a time of day; write one from 00:00 to 23:59.";
    }

    [GeneratedRegex("^(?:(?<day>" + WeekdayText.Day + ") )?(?<time>" + DateText.Time + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
