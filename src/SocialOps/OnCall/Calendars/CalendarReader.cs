using NodaTime;
using SocialOps.Time;

namespace SocialOps.OnCall.Calendars;

/// <summary>
/// Reads iCalendar text: absences, overrides, shifts. Understood are events with times in UTC, with a zone, floating or of whole days, and rules that repeat daily or weekly with BYDAY,
/// UNTIL, COUNT, INTERVAL and EXDATE; the rest is refused by name. Skipped and repeated local times follow RFC 5545 (3.3.5), here alone: a skipped one is shifted forward, a repeated
/// one is the earlier. Pure and thread-safe.
/// </summary>
public static class CalendarReader
{
    /// <summary>Reads a calendar.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The first instant of interest.</param>
    /// <param name="to">The first instant after it; repetitions are followed up to it.</param>
    /// <param name="zone">The IANA zone of times and days without one, where the calendar names none.</param>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static CalendarImport Read(string text, Instant from, Instant to, string zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (events, findings) = (new List<ImportedEvent>(), new List<Finding>());
        var lines = ContentLine.All(text).ToList();
        var home = lines.FirstOrDefault(line => line.Name == "X-WR-TIMEZONE")?.Value is { } named && TimeZones.Find(named) is { } own ? own : TimeZones.Get(zone);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is not { Name: "BEGIN", Value: "VEVENT" })
            {
                continue;
            }

            var end = lines.FindIndex(i, line => line is { Name: "END", Value: "VEVENT" });
            if (end < 0)
            {
                findings.Add(Finding.Error("VEVENT", "The event has no END:VEVENT.") with { Line = lines[i].Number });
                break;
            }

            try
            {
                events.AddRange(EventReader.Read(lines[i..end], home, from, to));
            }
            catch (CalendarTextException fault)
            {
                findings.Add(Finding.Error(fault.Place, fault.Message) with { Line = fault.Line });
            }

            i = end;
        }

        return new([.. events.OrderBy(one => one.From).ThenBy(one => one.Uid, StringComparer.Ordinal)], findings);
    }
}
