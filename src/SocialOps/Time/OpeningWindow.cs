using NodaTime;

namespace SocialOps.Time;

/// <summary>One window of opening hours, half-open [opens, closes), in a calendar's local time. It belongs to the day on which it opens.</summary>
/// <param name="Opens">The first open local time.</param>
/// <param name="Closes">The first closed local time. At or before <paramref name="Opens"/> it is meant for the next day: 00:00 is midnight at the day's end ("24:00"), 02:30 after 18:00 is "26:30", equal times are 24 hours.</param>
public readonly record struct OpeningWindow(LocalTime Opens, LocalTime Closes)
{
    /// <summary>The whole day, 00:00 to 24:00.</summary>
    public static OpeningWindow AllDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight);
}
