using NodaTime;

namespace SocialOps.Time;

/// <summary>How a holiday's date comes about, and since when and until when it is one.</summary>
/// <param name="German">Its name in German.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Date">Its date in a year, from the year and that year's Easter Sunday; <see langword="null"/> where the year has none.</param>
internal sealed record HolidayRule(string German, string English, Func<int, LocalDate, LocalDate?> Date)
{
    public int From { get; init; } = PublicHolidays.FirstYear;

    public int To { get; init; } = PublicHolidays.LastYear;

    /// <summary>The law.</summary>
    public string Source { get; init; } = "";

    public static HolidayRule Fixed(string german, string english, int month, int day)
        => new(german, english, (year, _) => new LocalDate(year, month, day));

    public static HolidayRule Easter(string german, string english, int days)
        => new(german, english, (_, easter) => easter.PlusDays(days));

    public HolidayRule Since(int year) => this with { From = year };

    public HolidayRule Until(int year) => this with { To = year };

    public HolidayRule Only(int year) => this with { From = year, To = year };
}
