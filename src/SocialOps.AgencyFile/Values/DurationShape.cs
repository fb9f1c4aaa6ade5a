using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;

namespace SocialOps.AgencyFiles.Values;

/// <summary>An elapsed time: <c>15m</c>, <c>1h 30m</c>, <c>PT4H</c>.</summary>
internal sealed partial class DurationShape() : PatternShape<Duration>(Pattern())
{
    /// <summary>One duration, to be put into other patterns.</summary>
    public const string Text = "(?:(?:[0-9]{1,6} ?(?:hours?|h|minutes?|min|m|seconds?|sec|s)(?: |(?=[0-9,]|$)))+|PT(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?)";

    public static readonly DurationShape Instance = new();

    public override string Name => "duration";

    public override string Noun => "a duration";

    public override Duration Nothing => Duration.Zero;

    protected override string WayOut => "write e.g. 15m, 4h, 1h 30m or PT4H.";

    protected override string Meaning => "A duration in hours, minutes and seconds, as people write it or as ISO 8601 does.";

    protected override IReadOnlyList<string> Examples => ["15m", "4h", "1h 30m", "90 minutes", "PT4H"];

    /// <summary>The duration of a text that fits <see cref="Text"/>.</summary>
    public static Duration Read(string text)
    {
        var total = Duration.Zero;
        foreach (Match part in Part().Matches(text))
        {
            var count = int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
            total += char.ToLowerInvariant(part.Groups[2].Value[0]) switch
            {
                'h' => Duration.FromHours(count),
                'm' => Duration.FromMinutes(count),
                _ => Duration.FromSeconds(count),
            };
        }

        return total;
    }

    public static string? ExplainText(string text)
    {
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return $"it has no unit: write {text}m or {text}h.";
        }

        return text.EndsWith('d') || text.Contains("day", StringComparison.Ordinal)
            ? "a day can mean 24 hours or a working day: write e.g. 24h, or for a target 1 working day."
            : null;
    }

    protected override string? Explain(string text) => ExplainText(text);

    protected override string? Parse(Match match, out Duration value)
    {
        value = Read(match.Value);
        return null;
    }

    [GeneratedRegex("^" + Text + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("([0-9]+) ?([hmsHMS])", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
