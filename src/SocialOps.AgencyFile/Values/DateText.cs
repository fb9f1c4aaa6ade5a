using NodaTime;
using NodaTime.Text;

namespace SocialOps.AgencyFiles.Values;

/// <summary>Dates and local times as people write them: <c>2026-07-01</c>, <c>2026-07-01 18:00</c>.</summary>
internal static class DateText
{
    public const string Date = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    public const string Time = "[0-9]{1,2}:[0-9]{2}";

    public static bool TryDate(string text, out LocalDate date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);

    /// <summary>A date and a time; 24:00 is midnight at the day's end.</summary>
    public static bool TryDateTime(string date, string time, out LocalDateTime value)
    {
        var minutes = ClockTime.Minutes(time);
        if (!TryDate(date, out var day) || minutes is < 0 or > 24 * 60 || day == LocalDate.MaxIsoValue)
        {
            value = default;
            return false;
        }

        value = day.AtMidnight().PlusMinutes(minutes);
        return true;
    }

    public static string NoSuch(string text) => $"there is no {text}; write an existing day and time.";
}
