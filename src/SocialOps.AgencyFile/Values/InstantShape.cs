using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SocialOps.AgencyFiles.Shapes;

namespace SocialOps.AgencyFiles.Values;

/// <summary>An instant: <c>2026-03-05T14:00+01:00</c>, <c>2026-03-05T13:00Z</c>.</summary>
internal sealed partial class InstantShape() : PatternShape<Instant>(Pattern())
{
    public static readonly InstantShape Instance = new();

    public override string Name => "instant";

    public override string Noun => "an instant";

    public override Instant Nothing => NodaConstants.UnixEpoch;

    protected override string WayOut => "write a date, a time and the offset, e.g. 2026-03-05T14:00+01:00, or 2026-03-05T13:00Z.";

    protected override string Meaning => "An instant: a date, a time and its offset from UTC (Z for none).";

    protected override IReadOnlyList<string> Examples => ["2026-03-05T14:00+01:00", "2026-03-05T13:00Z"];

    protected override string? Parse(Match match, out Instant value)
    {
        value = Nothing;
        if (!DateText.TryDateTime(match.Groups["date"].Value, match.Groups["time"].Value, out var local)
            || !OffsetPattern.CreateWithInvariantCulture("Z+HH:mm").Parse(match.Groups["offset"].Value).TryGetValue(default, out var offset))
        {
            return DateText.NoSuch(match.Value);
        }

        value = local.WithOffset(offset).ToInstant();
        return null;
    }

    [GeneratedRegex("^(?<date>" + DateText.Date + ")[ T](?<time>[0-9]{2}:[0-9]{2})(?<offset>Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
