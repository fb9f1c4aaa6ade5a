using System.Text;
using NodaTime.Text;

namespace SocialOps.OnCall.Calendars;

/// <summary>Writes iCalendar text.</summary>
internal static class CalendarWriter
{
    private const int LineOctets = 75;
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    internal static string Write(CalendarFeed feed)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//SocialOps//On call//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escape(feed.Name));
        Line(text, "X-WR-TIMEZONE:" + Escape(feed.Zone));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT15M");
        Line(text, "X-PUBLISHED-TTL:PT15M");
        foreach (var one in feed.Events)
        {
            Event(text, one);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, CalendarEvent one)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escape(one.Uid));
        Line(text, "DTSTAMP:" + Utc.Format(one.ChangedAt));
        Line(text, "LAST-MODIFIED:" + Utc.Format(one.ChangedAt));
        Line(text, "SEQUENCE:" + one.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (one is { FirstOn: { } first, LastOn: { } last })
        {
            Line(text, "DTSTART;VALUE=DATE:" + Day.Format(first));
            Line(text, "DTEND;VALUE=DATE:" + Day.Format(last.PlusDays(1)));
        }
        else
        {
            Line(text, "DTSTART:" + Utc.Format(one.From));
            Line(text, "DTEND:" + Utc.Format(one.To));
        }

        Line(text, "SUMMARY:" + Escape(one.Summary));
        Line(text, one.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Escape(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", string.Empty, StringComparison.Ordinal);

    /// <summary>Folds between characters, so that no line has more than 75 octets.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
