using System.Text.RegularExpressions;
using NodaTime;

namespace SocialOps.AgencyFiles.Values;

/// <summary>Weekdays: <c>mon-fri</c>, <c>sat, sun</c>, <c>monday</c>, <c>every day</c>.</summary>
internal static partial class WeekdayText
{
    public const string WayOut = "write e.g. mon-fri, sat, sun or every day.";

    public const string Day = "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

    public static IEnumerable<string> Words { get; } = ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "every day", "mon-fri", "sat-sun"];

    public static string SchemaPattern => Pattern().ToString();

    /// <summary>The days in the order written; <see langword="null"/> for a text that names none.</summary>
    public static IReadOnlyList<IsoDayOfWeek>? Read(string text)
    {
        if (!Pattern().IsMatch(text))
        {
            return null;
        }

        return text == "every day"
            ? [.. Range(IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday)]
            : [.. text.Split(',', StringSplitOptions.TrimEntries).SelectMany(Part).Distinct()];
    }

    /// <summary>The day of a text that fits <see cref="Day"/>.</summary>
    public static IsoDayOfWeek ReadDay(ReadOnlySpan<char> text) => text[..3] switch
    {
        "mon" => IsoDayOfWeek.Monday,
        "tue" => IsoDayOfWeek.Tuesday,
        "wed" => IsoDayOfWeek.Wednesday,
        "thu" => IsoDayOfWeek.Thursday,
        "fri" => IsoDayOfWeek.Friday,
        "sat" => IsoDayOfWeek.Saturday,
        _ => IsoDayOfWeek.Sunday,
    };

    private static IEnumerable<IsoDayOfWeek> Part(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? [ReadDay(text)] : Range(ReadDay(text), ReadDay(text.AsSpan(dash + 1)));
    }

    /// <summary>From one day to another, over Sunday where the second lies before the first: fri-mon.</summary>
    private static IEnumerable<IsoDayOfWeek> Range(IsoDayOfWeek first, IsoDayOfWeek last)
        => Enumerable.Range(0, (((int)last - (int)first + 7) % 7) + 1).Select(i => (IsoDayOfWeek)((((int)first - 1 + i) % 7) + 1));

    [GeneratedRegex("^(?:every day|" + Day + "(?:-" + Day + ")?(?:, ?" + Day + "(?:-" + Day + ")?){0,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
