using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Values;

/// <summary>Windows of a day: <c>09:00-12:30, 13:30-18:00</c>, <c>22:00-06:00</c>, <c>18:00-26:30</c>, <c>all day</c>, <c>closed</c>.</summary>
internal static partial class WindowText
{
    public const string WayOut = "write e.g. 09:00-18:00, or 09:00-12:30, 13:30-18:00, or all day.";

    public static bool Fits(string text) => Pattern().IsMatch(text);

    public static string SchemaPattern => Pattern().ToString();

    /// <summary>Reads a text that fits the pattern.</summary>
    /// <returns>What is wrong and the offset at which it stands; <see langword="null"/> when nothing is.</returns>
    public static (int Offset, string Complaint)? Read(string text, List<(int Offset, OpeningWindow Window)> windows)
    {
        if (text == "all day")
        {
            windows.Add((0, OpeningWindow.AllDay));
        }

        foreach (Match part in Part().Matches(text))
        {
            if (Read(part, out var window) is { } complaint)
            {
                return (part.Index, complaint);
            }

            windows.Add((part.Index, window));
        }

        return null;
    }

    private static string? Read(Match part, out OpeningWindow window)
    {
        window = default;
        var (opens, closes) = (ClockTime.Minutes(part.Groups[1].Value), ClockTime.Minutes(part.Groups[2].Value));
        if (opens is < 0 or >= 24 * 60)
        {
            return $"'{part.Groups[1].Value}' is not a time of day; write one from 00:00 to 23:59.";
        }

        if (closes < 0 || closes > opens + (24 * 60))
        {
            return $"'{part.Groups[2].Value}' is not a closing time; write one within 24 hours after {part.Groups[1].Value}, e.g. 24:00 for midnight or 26:30 for half past two in the night.";
        }

        window = new(LocalTime.FromMinutesSinceMidnight(opens), LocalTime.FromMinutesSinceMidnight(closes % (24 * 60)));
        return null;
    }

    [GeneratedRegex("^(?:all day|closed|[0-9]{1,2}:[0-9]{2}[-–][0-9]{1,2}:[0-9]{2}(?:, ?[0-9]{1,2}:[0-9]{2}[-–][0-9]{1,2}:[0-9]{2}){0,23})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("([0-9]{1,2}:[0-9]{2})[-–]([0-9]{1,2}:[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
