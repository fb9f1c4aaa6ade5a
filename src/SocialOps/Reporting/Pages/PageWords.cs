using System.Globalization;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Time;

namespace SocialOps.Reporting;

/// <summary>The words and numbers of a page in a language; they depend on no culture of the machine.</summary>
internal sealed class PageWords
{
    private static readonly PageWords English = new(false);
    private static readonly PageWords German = new(true);

    private static readonly string[] GermanMonths = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly bool _german;
    private readonly NumberFormatInfo _numbers;

    private PageWords(bool german)
    {
        _german = german;
        _numbers = german ? new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } : NumberFormatInfo.InvariantInfo;
    }

    public static PageWords In(TextLanguage language) => language == TextLanguage.German ? German : English;

    /// <summary>One of two texts.</summary>
    public string Say(string english, string german) => _german ? german : english;

    public string Number(double number, int decimals = 0) => number.ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), _numbers);

    /// <summary>So many of something.</summary>
    public string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public string Percent(double? share) => share is { } known ? Number(known * 100, 1) + " %" : "–";

    public string Month(YearMonth month) => $"{(_german ? GermanMonths : EnglishMonths)[month.Month - 1]} {month.Year}";

    public string Date(LocalDate day) => day.ToString(_german ? "dd.MM.uuuu" : "uuuu-MM-dd", CultureInfo.InvariantCulture);

    public string Date(Instant at, string zone)
    {
        var local = at.InZone(TimeZones.Get(zone));
        return _german ? local.ToString("dd.MM.uuuu, HH:mm", CultureInfo.InvariantCulture) + " Uhr" : local.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    public string Length(Duration length)
        => length < Duration.FromMinutes(1) ? $"{Number(Math.Floor(length.TotalSeconds))} s"
            : length < Duration.FromHours(2) ? $"{Number(Math.Floor(length.TotalMinutes))} min"
            : length < Duration.FromDays(3) ? $"{Number(length.TotalHours, 1)} h"
            : $"{Number(length.TotalDays, 1)} {Say("days", "Tage")}";

    public string Of(Category category) => category switch
    {
        Category.SafetyEmergency => Say("Danger", "Gefahr"),
        Category.HateOrThreat => Say("Hate or threat", "Hass oder Drohung"),
        Category.LegalOrPress => Say("Law or press", "Recht oder Presse"),
        Category.Complaint => Say("Complaint", "Beschwerde"),
        Category.Misinformation => Say("Misinformation", "Falsches"),
        Category.CriticismJustified => Say("Criticism, justified", "Kritik, berechtigt"),
        Category.CriticismUnjustified => Say("Criticism, unjustified", "Kritik, unberechtigt"),
        Category.Insult => Say("Insult", "Beleidigung"),
        Category.Troll => Say("Troll", "Troll"),
        Category.Spam => Say("Spam", "Spam"),
        Category.Question => Say("Question", "Frage"),
        Category.Praise => Say("Praise", "Lob"),
        Category.General => Say("General", "Allgemeines"),
        Category.OffTopic => Say("Off topic", "Anderes Thema"),
        Category.Unclassified => Say("Not labelled", "Nicht eingeordnet"),
        _ => category.ToString(),
    };

    public string Of(ClockKind kind) => kind switch
    {
        ClockKind.Acknowledge => Say("First reaction", "Erste Reaktion"),
        ClockKind.NextAction => Say("Next step", "Nächster Schritt"),
        ClockKind.ClientContact => Say("Client told", "Kunde informiert"),
        ClockKind.Resolve => Say("Settled", "Abgeschlossen"),
        _ => kind.ToString(),
    };

    public string Of(CaseStage stage) => stage switch
    {
        CaseStage.Detect => Say("Written until seen by us", "Geschrieben bis gesehen"),
        CaseStage.Triage => Say("Seen until labelled", "Gesehen bis eingeordnet"),
        CaseStage.Claim => Say("Labelled until taken on", "Eingeordnet bis übernommen"),
        CaseStage.React => Say("Until the first reaction", "Bis zur ersten Reaktion"),
        _ => Say("Until it was settled", "Bis zum Abschluss"),
    };
}
