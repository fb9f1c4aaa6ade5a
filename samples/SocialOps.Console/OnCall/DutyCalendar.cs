using NodaTime;
using NodaTime.Text;
using SocialOps.OnCall;

namespace SocialOps.Console.OnCall;

/// <summary>Shifts and gaps, a line each, by local day.</summary>
internal static class DutyCalendar
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd");
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static void Write(TextWriter output, IEnumerable<Shift> shifts, DateTimeZone zone)
    {
        var before = default(LocalDate?);
        foreach (var (from, to, answer) in shifts.SelectMany(shift => ByDay(shift, zone)))
        {
            var day = from.InZone(zone).Date;
            var end = to.InZone(zone).TimeOfDay == LocalTime.Midnight ? "24:00" : Hour.Format(to.InZone(zone).TimeOfDay);
            output.WriteLine($"{(day == before ? new string(' ', 14) : Day.Format(day))}  {Hour.Format(from.InZone(zone).TimeOfDay)}-{end}  {(answer.Gap is null ? string.Empty : "! ")}{answer}");
            before = day;
        }
    }

    private static IEnumerable<(Instant From, Instant To, OnCallAnswer Answer)> ByDay(Shift shift, DateTimeZone zone)
    {
        for (var from = shift.From; from < shift.To;)
        {
            var to = Instant.Min(shift.To, zone.AtStartOfDay(from.InZone(zone).Date.PlusDays(1)).ToInstant());
            yield return (from, to, shift.Answer);
            from = to;
        }
    }
}
