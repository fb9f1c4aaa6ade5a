using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace SocialOps.Time;

/// <summary>One window of opening hours, half-open [opens, closes), in a calendar's local time. It belongs to the day on which it opens.</summary>
/// <param name="Opens">The first open local time.</param>
/// <param name="Closes">The first closed local time. At or before <paramref name="Opens"/> it is meant for the next day: 00:00 is midnight at the day's end ("24:00"), 02:30 after 18:00 is "26:30", equal times are 24 hours.</param>
public readonly record struct OpeningWindow(LocalTime Opens, LocalTime Closes)
{
    /// <summary>The whole day, 00:00 to 24:00.</summary>
    public static OpeningWindow AllDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    /// <summary>Reads a window such as <c>09:00-17:30</c>, <c>18:00-02:30</c>, <c>18:00-26:30</c> or <c>00:00-24:00</c>; hours and minutes, spaces around the dash allowed. Independent of culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="window">The window, when the text is one.</param>
    /// <returns>Whether the text is a window of more than nothing and 24 hours at most.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out OpeningWindow window)
    {
        window = default;
        var parts = text?.Split('-', '–');
        if (parts is not { Length: 2 } || MinuteOf(parts[0]) is not { } opens || MinuteOf(parts[1]) is not { } closes)
        {
            return false;
        }

        const int day = 24 * 60;
        if (opens >= day || (closes >= day && closes > opens + day))
        {
            return false;
        }

        window = new(new(opens / 60, opens % 60), new(closes % day / 60, closes % 60));
        return true;
    }

    /// <summary>Reads a window as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">The text is not a window.</exception>
    public static OpeningWindow Parse(string text)
        => TryParse(text, out var window) ? window : throw new FormatException($"'{text}' is not an opening window. Write it as 09:00-17:30; over midnight as 18:00-02:30 or 18:00-26:30; the whole day as 00:00-24:00.");

    /// <summary>The window as text, e.g. <c>09:00-17:30</c>, <c>00:00-24:00</c>, <c>18:00-02:30</c>.</summary>
    public override string ToString() => $"{Text(Opens)}-{(Closes == LocalTime.Midnight ? "24:00" : Text(Closes))}";

    private static string Text(LocalTime time)
        => time.ToString(time.TickOfDay % NodaConstants.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFFFF", CultureInfo.InvariantCulture);

    private static int? MinuteOf(string text)
    {
        var parts = text.Trim().Split(':');
        return parts.Length == 2 && parts[0].Length is 1 or 2 && parts[1].Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && hour <= 48 && minute < 60
            ? (hour * 60) + minute
            : null;
    }
}
