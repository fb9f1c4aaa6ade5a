using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SocialOps.Time;

/// <summary>Writes an explanation for people.</summary>
internal static class ExplanationText
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern Exact = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFFF");
    private static readonly string[] English = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] German = ["", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];

    public static string Write(DeadlineExplanation explanation, TextLanguage language)
    {
        var isGerman = language == TextLanguage.German;
        var text = new StringBuilder();
        var since = Text(explanation.Start, explanation.Zone, isGerman);
        var budget = Text(explanation.Budget);
        text.Append((explanation.Deadline, isGerman) switch
        {
            ({ } deadline, false) => $"Due {Text(deadline, explanation.Zone, isGerman)} ({explanation.Zone.Id}): {budget} counted since {since}.",
            ({ } deadline, true) => $"Fällig {Text(deadline, explanation.Zone, isGerman)} ({explanation.Zone.Id}): {budget} gezählt seit {since}.",
            (null, false) => $"No deadline: {budget} counted since {since} are not used up, because the clock is paused or never opens long enough within 20 years.",
            (null, true) => $"Keine Frist: {budget} gezählt seit {since} werden nicht verbraucht, weil die Uhr ruht oder in 20 Jahren nie lange genug geöffnet ist.",
        });
        foreach (var piece in explanation.Pieces)
        {
            text.Append('\n').Append(Text(piece.Span.Start, explanation.Zone, isGerman)).Append(" - ").Append(Text(piece.Span.End, explanation.Zone, isGerman)).Append(": ").Append(Describe(piece, isGerman));
        }

        foreach (var change in explanation.ClockChanges)
        {
            text.Append('\n').Append(isGerman ? "Zeitumstellung: " : "Clock change: ").Append(Local.Format(change.Before)).Append(" -> ").Append(Local.Format(change.After));
        }

        return text.ToString();
    }

    private static string Describe(ExplanationPiece piece, bool isGerman)
    {
        var kind = (piece.Kind, isGerman) switch
        {
            (PieceKind.Open, false) => $"open, {Text(piece.Counted)}",
            (PieceKind.Open, true) => $"geöffnet, {Text(piece.Counted)}",
            (PieceKind.OutsideHours, false) => "outside hours",
            (PieceKind.OutsideHours, true) => "außerhalb der Öffnungszeit",
            (PieceKind.Weekend, false) => "weekend",
            (PieceKind.Weekend, true) => "Wochenende",
            (PieceKind.ClosedDay, false) => "closed that day",
            (PieceKind.ClosedDay, true) => "an diesem Tag geschlossen",
            (PieceKind.Holiday, false) => "holiday",
            (PieceKind.Holiday, true) => "Feiertag",
            (PieceKind.Override, false) => "other hours that day",
            (PieceKind.Override, true) => "andere Zeiten an diesem Tag",
            (PieceKind.Break, false) => "break",
            (PieceKind.Break, true) => "Unterbrechung",
            (PieceKind.ClockChange, false) => "skipped by the clock change",
            (PieceKind.ClockChange, true) => "durch die Zeitumstellung entfallen",
            (PieceKind.Excluded, false) => "excluded",
            (PieceKind.Excluded, true) => "ausgenommen",
            (_, false) => "paused",
            (_, true) => "pausiert",
        };
        var name = isGerman ? piece.German ?? piece.English : piece.English ?? piece.German;
        return name is null ? kind : $"{kind}: {name}";
    }

    private static string Text(Instant at, DateTimeZone zone, bool isGerman)
    {
        var local = at.InZone(zone).LocalDateTime;
        var pattern = local.TickOfDay % NodaConstants.TicksPerMinute == 0 ? Local : Exact;
        return $"{(isGerman ? German : English)[(int)local.DayOfWeek]} {pattern.Format(local)}";
    }

    private static string Text(Duration duration)
    {
        var parts = new List<string>(3);
        var hours = (duration.Days * 24) + duration.Hours;
        var seconds = duration.Seconds + (duration.SubsecondTicks / (decimal)NodaConstants.TicksPerSecond);
        AddPart(parts, hours, "h");
        AddPart(parts, duration.Minutes, "min");
        AddPart(parts, seconds, "s");
        return parts.Count == 0 ? "0 min" : string.Join(' ', parts);
    }

    private static void AddPart(List<string> parts, decimal value, string unit)
    {
        if (value != 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{value:0.#######} {unit}"));
        }
    }
}
