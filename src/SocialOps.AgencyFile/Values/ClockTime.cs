using System.Globalization;
using NodaTime;

namespace SocialOps.AgencyFiles.Values;

/// <summary>Times of day as people write them: <c>9:00</c>, <c>09:00</c>; in hours also <c>24:00</c> and <c>26:30</c>.</summary>
internal static class ClockTime
{
    /// <summary>The time of day of a text like 09:00.</summary>
    public static bool TryRead(string text, out LocalTime time)
    {
        var minutes = Minutes(text);
        time = minutes is >= 0 and < 24 * 60 ? LocalTime.FromMinutesSinceMidnight(minutes) : default;
        return minutes is >= 0 and < 24 * 60;
    }

    /// <summary>The minutes since midnight of a text like 26:30, or -1 where it has no such minutes.</summary>
    public static int Minutes(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (hours, minutes) = (int.Parse(text.AsSpan(0, colon), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture));
        return minutes < 60 ? (hours * 60) + minutes : -1;
    }
}
