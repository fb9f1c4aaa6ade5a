using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SocialOps.Time;

namespace SocialOps.Console.Deadlines;

/// <summary>Lines <c>calendar,startUtc,minutes</c> in, an instant a line out: <c>never</c> where there is none, <c>invalid</c> where the line cannot be read, so that lines stay side by side.</summary>
internal static class DeadlineBatch
{
    private const string Header = "calendar,startUtc,minutes";

    /// <returns>How many lines could not be read; each is told on the errors with its number.</returns>
    public static int Run(CalendarShelf calendars, DeadlineBoundary boundary, TextReader input, TextWriter output, TextWriter errors)
    {
        var (number, invalid) = (0, 0);
        while (input.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || (number == 1 && line == Header))
            {
                continue;
            }

            if (Read(calendars, line, out var start, out var openTime, out var mistake) is { } calendar)
            {
                output.WriteLine(Text(calendar.Add(start, openTime, boundary)));
            }
            else
            {
                invalid++;
                output.WriteLine("invalid");
                errors.WriteLine($"line {number}: {mistake}");
            }
        }

        output.Flush();
        return invalid;
    }

    /// <summary>An instant as a machine reads it, e.g. <c>2026-03-29T01:00:00Z</c>.</summary>
    public static string Text(Instant? deadline) => deadline is { } due ? InstantPattern.ExtendedIso.Format(due) : "never";

    private static BusinessCalendar? Read(CalendarShelf calendars, string line, out Instant start, out Duration openTime, out string mistake)
    {
        (start, openTime, mistake) = (default, default, "");
        if (line.Split(',') is not [var name, var from, var minutes])
        {
            mistake = $"'{line}' has not the three parts {Header}.";
            return null;
        }

        if (calendars.Find(name) is not { } calendar)
        {
            mistake = $"The agency has no calendar '{name}'. It has: {calendars.Names}.";
            return null;
        }

        var parsed = InstantPattern.ExtendedIso.Parse(from);
        if (!parsed.TryGetValue(default, out start) || !BusinessCalendar.Range.Contains(start))
        {
            mistake = $"'{from}' is not an instant of the years 1800 to 2400. Write e.g. 2026-03-27T17:30:00Z.";
            return null;
        }

        if (!int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            mistake = $"'{minutes}' is not a number of minutes, zero or more.";
            return null;
        }

        openTime = Duration.FromMinutes(count);
        return calendar;
    }
}
