using System.Globalization;
using System.Security;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SocialOps.OnCall.Coverage;
using SocialOps.OnCall.Engine;
using SocialOps.Time;

namespace SocialOps.OnCall.Pictures;

/// <summary>Draws shifts and gaps as SVG: a row for each person, red where a promise is not covered. The same input gives the same bytes. Pure and thread-safe.</summary>
public static class SchedulePicture
{
    private const int Left = 90;
    private const int Width = 840;
    private const int Row = 26;
    private const int Top = 34;
    private const int Bar = 18;
    private const int MostLabels = 14;
    private static readonly string[] Colors = ["#4269d0", "#efb118", "#3ca951", "#a463f2", "#ff8ab7", "#9c6b4e", "#6cc5b0", "#97bbf5"];
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");

    /// <summary>Draws a stretch of time.</summary>
    /// <param name="schedule">The schedule; days are labelled in its zone.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="gaps">The gaps of a proof; <see langword="null"/> draws every stretch without anybody on duty.</param>
    /// <returns>An SVG document.</returns>
    public static string Draw(OnCallSchedule schedule, Instant from, Instant to, IReadOnlyList<CoverageGap>? gaps = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var duties = schedule.DutiesBetween(from, to);
        var people = duties.Select(duty => duty.Person).Distinct().OrderBy(person => person.Value, StringComparer.Ordinal).ToList();
        var open = gaps?.Select(gap => (gap.From, gap.To, Text: gap.ToString()))
            ?? schedule.Between(from, to).Where(shift => shift.Gap is not null).Select(shift => (shift.From, shift.To, Text: $"{shift.From} to {shift.To}: {shift.Answer}"));
        var height = Top + ((people.Count + 1) * Row) + 8;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Left + Width + 10}\" height=\"{height}\" viewBox=\"0 0 {Left + Width + 10} {height}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{SecurityElement.Escape(schedule.Definition.Id.Value)}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        Days(svg, schedule, from, to, height);
        for (var row = 0; row < people.Count; row++)
        {
            Label(svg, schedule.People.GetValueOrDefault(people[row])?.Name ?? people[row].Value, row, "#222222");
            foreach (var duty in duties.Where(duty => duty.Person == people[row]))
            {
                Stretch(svg, (duty.From, duty.To), (from, to), row, Colors[row % Colors.Length], $"{duty.Person}: {duty.From} to {duty.To}{(duty.Source.Override is { } by ? $" ({by})" : null)}");
            }
        }

        Label(svg, "nobody", people.Count, "#b00020");
        foreach (var gap in open)
        {
            Stretch(svg, (gap.From, gap.To), (from, to), people.Count, "#d7263d", gap.Text);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Days(StringBuilder svg, OnCallSchedule schedule, Instant from, Instant to, int height)
    {
        var zone = TimeZones.Get(schedule.Definition.Zone);
        var (first, last) = (from.InZone(zone).Date, (to - Duration.Epsilon).InZone(zone).Date);
        var step = (NodaTime.Period.DaysBetween(first, last) / MostLabels) + 1;
        for (var day = first; day <= last; day = day.PlusDays(step))
        {
            var start = Instant.Max(from, LocalTimes.Resolve(day.AtMidnight(), zone));
            var x = X(start, from, to);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x}\" y1=\"20\" x2=\"{x}\" y2=\"{height - 4}\" stroke=\"#dddddd\"/>\n<text x=\"{x + 3}\" y=\"18\" fill=\"#666666\">{Day.Format(day)}</text>\n");
        }
    }

    private static void Label(StringBuilder svg, string name, int row, string color)
        => svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{Top + (row * Row) + 13}\" text-anchor=\"end\" fill=\"{color}\">{SecurityElement.Escape(name)}</text>\n");

    private static void Stretch(StringBuilder svg, (Instant From, Instant To) stretch, (Instant From, Instant To) window, int row, string color, string text)
    {
        var (start, end) = (X(Instant.Max(stretch.From, window.From), window.From, window.To), X(Instant.Min(stretch.To, window.To), window.From, window.To));
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{start}\" y=\"{Top + (row * Row)}\" width=\"{Math.Max(1, end - start)}\" height=\"{Bar}\" rx=\"2\" fill=\"{color}\"><title>{SecurityElement.Escape(text)}</title></rect>\n");
    }

    /// <summary>Whole pixels: the same on every machine.</summary>
    private static long X(Instant at, Instant from, Instant to) => Left + (Width * ((at - from).BclCompatibleTicks / NodaConstants.TicksPerSecond) / ((to - from).BclCompatibleTicks / NodaConstants.TicksPerSecond));
}
