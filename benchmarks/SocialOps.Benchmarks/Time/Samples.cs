using NodaTime;
using SocialOps.Time;

namespace SocialOps.Benchmarks.Time;

internal static class Samples
{
    public static CalendarDefinition Office { get; } = Definition(0);

    /// <summary>Hours that differ by a number: the opening moves by minutes.</summary>
    public static CalendarDefinition Definition(int number) => new()
    {
        Id = new($"office-{number}"),
        Zone = "Europe/Berlin",
        HolidayRegion = "DE-HH",
        Weekly = Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<OpeningWindow>)
            [new(new(9, number % 60), new(12, 0)), new(new(13, 0), new(18, number / 60 % 60))]),
    };
}
