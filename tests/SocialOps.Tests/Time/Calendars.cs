using NodaTime;
using NodaTime.Text;
using SocialOps.Time;

namespace SocialOps.Tests.Time;

/// <summary>Calendars and instants for the tests of the room.</summary>
internal static class Calendars
{
    public static readonly IReadOnlyList<IsoDayOfWeek> Workdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];
    public static readonly IReadOnlyList<IsoDayOfWeek> EveryDay = [.. Workdays, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Monday to Friday 09:00-18:00 in Berlin.</summary>
    public static CalendarDefinition Office { get; } = Definition("Europe/Berlin", Workdays, "09:00-18:00");

    public static CalendarDefinition Definition(string zone, IEnumerable<IsoDayOfWeek> days, params string[] windows) => new()
    {
        Id = new("test"),
        Zone = zone,
        Weekly = Weekly(days, windows),
    };

    public static IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningWindow>> Weekly(IEnumerable<IsoDayOfWeek> days, params string[] windows)
        => days.ToDictionary(d => d, _ => (IReadOnlyList<OpeningWindow>)[.. windows.Select(OpeningWindow.Parse)]);

    public static BusinessCalendar Compile(this CalendarDefinition definition) => BusinessCalendar.Compile(definition);

    /// <summary>An instant from a local time, e.g. <c>2026-03-27T18:00</c>, in Berlin unless another zone is given.</summary>
    public static Instant At(string local, string zone = "Europe/Berlin")
        => TimeZones.Resolve((local.Length == 16 ? Minutes : LocalDateTimePattern.ExtendedIso).Parse(local).Value, TimeZones.Get(zone));

    public static Instant Utc(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
