using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SocialOps.Console.Deadlines;

/// <summary>A duration as people write it: <c>30m</c>, <c>4h</c>, <c>1h 30m</c>, <c>PT4H</c>.</summary>
internal static partial class DurationText
{
    public static Duration? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        return !match.Success ? null : Duration.FromHours(Part(match, "h")) + Duration.FromMinutes(Part(match, "m")) + Duration.FromSeconds(Part(match, "s"));
    }

    private static int Part(Match match, string name)
        => match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?=.*[0-9])(?:PT)?(?:(?<h>[0-9]{1,6}) ?h)? ?(?:(?<m>[0-9]{1,6}) ?(?:min|m))? ?(?:(?<s>[0-9]{1,6}) ?s)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
