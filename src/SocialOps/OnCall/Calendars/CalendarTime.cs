using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using SocialOps.Time;

namespace SocialOps.OnCall.Calendars;

/// <summary>A DTSTART, DTEND, EXDATE or UNTIL: a local time in a zone, or a day.</summary>
internal readonly record struct CalendarTime(LocalDateTime Local, DateTimeZone Zone, bool IsDay)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly ZoneLocalMappingResolver Rfc = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    internal Instant Instant => Zone.ResolveLocal(Local, Rfc).ToInstant();

    internal static CalendarTime Parse(ContentLine line, string value, DateTimeZone home)
    {
        if (line["VALUE"] == "DATE" || value.Length == 8)
        {
            var day = Day.Parse(value);
            return day.Success && IsPlausible(day.Value.Year) ? new(day.Value.AtMidnight(), home, true) : throw new CalendarTextException(line, $"'{value}' is not a day such as 20250131.");
        }

        var isUtc = value.EndsWith('Z');
        var time = Time.Parse(isUtc ? value[..^1] : value);
        return time.Success && IsPlausible(time.Value.Year)
            ? new(time.Value, isUtc ? DateTimeZone.Utc : ZoneOf(line, home), false)
            : throw new CalendarTextException(line, $"'{value}' is not a time such as 20250131T090000Z.");
    }

    /// <summary>Far enough from the ends of time for any repetition to stay within it.</summary>
    private static bool IsPlausible(int year) => year is >= 1900 and < 2200;

    private static DateTimeZone ZoneOf(ContentLine line, DateTimeZone home)
    {
        if (line["TZID"] is not { } id)
        {
            return home;
        }

        var mapped = TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(id, out var iana) ? iana : id;
        return TimeZones.Find(mapped) ?? throw new CalendarTextException(line, $"'{id}' is no zone we know; use an IANA id such as Europe/Berlin.");
    }
}
