using NodaTime;

namespace SocialOps.Reporting;

/// <summary>What stands on the page of a month. Sections without anything to say are left out; figures that are too few say so.</summary>
internal static class PageParts
{
    public static Page Of(MonthReport report, PageWords words) => new(
        $"{report.ClientName}, {words.Month(report.Month)}",
        words.Say($"Counted on {words.Date(report.At, report.Zone)} ({report.Zone}).", $"Gezählt am {words.Date(report.At, report.Zone)} ({report.Zone})."),
        [.. new[] { Overview(report, words), Arrived(report, words), Promises(report, words), Answers(report, words), Stages(report, words), Load(report, words), Topics(report, words), Pillars(report, words), Approvals(report, words), Scores(report, words), ContinuityPart.Of(report.Continuity, words), Cost(report, words), Trend(report, words) }.OfType<PagePart>()]);

    private static PagePart Overview(MonthReport report, PageWords w)
    {
        var items = report.Items.Sum(i => i.Count);
        List<string> sentences =
        [
            items + report.Cases == 0 ? w.Say("Nothing arrived.", "Es kam nichts an.") : w.Say(
                $"{w.Count(items, "comment or message", "comments and messages")} arrived and made {w.Count(report.Cases, "case", "cases")}; {(report.OpenCases == 0 ? "none" : w.Number(report.OpenCases))} of them {(report.OpenCases <= 1 ? "is" : "are")} open still.",
                $"{w.Count(items, "Kommentar oder Nachricht", "Kommentare und Nachrichten")} {(items == 1 ? "kam an und ergab" : "kamen an und ergaben")} {w.Count(report.Cases, "Vorgang", "Vorgänge")}; {(report.OpenCases == 0 ? "keiner" : w.Number(report.OpenCases))} davon {(report.OpenCases <= 1 ? "ist" : "sind")} noch offen."),
        ];
        if (report.Promises.Share is not null)
        {
            sentences.Add(w.Say($"Of the promises that have ended, {w.Percent(report.Promises.Share)} were kept ({w.Number(report.Promises.Kept)} kept, {w.Number(report.Promises.Broken)} broken).", $"Von den Zusagen, deren Frist vorbei ist, wurden {w.Percent(report.Promises.Share)} gehalten ({w.Number(report.Promises.Kept)} gehalten, {w.Number(report.Promises.Broken)} gebrochen)."));
        }

        return new(w.Say("In short", "Kurz gesagt"), sentences);
    }

    private static PagePart? Arrived(MonthReport report, PageWords w)
    {
        var all = report.Items.Sum(i => i.Count);
        return all == 0 ? null : new(
            w.Say("What arrived", "Was ankam"),
            [],
            new([w.Say("About", "Worum es ging"), w.Say("Count", "Anzahl"), w.Say("Share", "Anteil")], [.. report.Items.Select(i => (IReadOnlyList<string>)[w.Of(i.Category), w.Number(i.Count), w.Percent((double)i.Count / all)])]),
            new(w.Say("What arrived", "Was ankam"), w.Say("items", "Beiträge"), null, [.. report.Items.Select(i => new PageBar(w.Of(i.Category), i.Count, 0, w.Number(i.Count)))]));
    }

    private static PagePart? Promises(MonthReport report, PageWords w) => report.Promises.ByKind.Count == 0 ? null : new(
        w.Say("Promises", "Zusagen"),
        [w.Say("Of each case the latest promise of a kind; those that still run are not counted.", "Von jedem Vorgang die jüngste Zusage einer Art; laufende sind nicht gezählt.")],
        new([w.Say("Promise", "Zusage"), w.Say("Kept", "Gehalten"), w.Say("Broken", "Gebrochen")], [.. report.Promises.ByKind.Select(k => (IReadOnlyList<string>)[w.Of(k.Kind), w.Number(k.Kept), w.Number(k.Broken)])]),
        new(w.Say("Promises", "Zusagen"), w.Say("kept", "gehalten"), w.Say("broken", "gebrochen"), [.. report.Promises.ByKind.Select(k => new PageBar(w.Of(k.Kind), k.Kept, k.Broken, $"{w.Number(k.Kept)} / {w.Number(k.Broken)}"))]));

    private static PagePart? Answers(MonthReport report, PageWords w) => report.Answers.Count == 0 ? null : new(
        w.Say("How fast we reacted", "Wie schnell wir reagierten"),
        [],
        new([w.Say("About", "Worum es ging"), w.Say("Cases", "Vorgänge"), w.Say("Half within", "Die Hälfte binnen"), w.Say("Nine of ten within", "Neun von zehn binnen"), w.Say("Longest", "Längste")],
            [.. report.Answers.Select(a => (IReadOnlyList<string>)[w.Of(a.Category), w.Number(a.Count), w.Length(a.Median), w.Length(a.NineOfTen), w.Length(a.Longest)])]));

    private static PagePart? Stages(MonthReport report, PageWords w) => report.Bottleneck is not { } slowest ? null : new(
        w.Say("Where time went", "Wo die Zeit blieb"),
        [w.Say($"The longest stage: {w.Of(slowest)}.", $"Am längsten dauerte: {w.Of(slowest)}.")],
        new([w.Say("Stage", "Abschnitt"), w.Say("Count", "Anzahl"), w.Say("Half within", "Die Hälfte binnen"), w.Say("Nine of ten within", "Neun von zehn binnen")],
            [.. report.Stages.Select(s => (IReadOnlyList<string>)[w.Of(s.Stage), w.Number(s.Count), s.Count == 0 ? "–" : w.Length(s.Median), s.Count == 0 ? "–" : w.Length(s.NineOfTen)])]),
        new(w.Say("Median of each stage, in minutes", "Median je Abschnitt, in Minuten"), w.Say("minutes", "Minuten"), null, [.. report.Stages.Where(s => s.Count > 0).Select(s => new PageBar(w.Of(s.Stage), s.Median.TotalMinutes, 0, w.Length(s.Median)))]));

    private static PagePart? Load(MonthReport report, PageWords w) => report.Load.Count == 0 ? null : new(
        w.Say("Who carried it", "Wer es getragen hat"),
        [w.Say("Hours on duty up to now, worked or quiet; actions are what people did on these cases.", "Bereitschaft bis jetzt, ruhig oder nicht; Handlungen sind, was jemand an diesen Vorgängen getan hat.")],
        new([w.Say("Person", "Person"), w.Say("Actions", "Handlungen"), w.Say("Cases", "Vorgänge"), w.Say("On duty", "Bereitschaft"), w.Say("of it at weekends", "davon am Wochenende")],
            [.. report.Load.Select(l => (IReadOnlyList<string>)[l.Person.Value, w.Number(l.Actions), w.Number(l.Cases), Hours(l.OnDuty, w), Hours(l.AtWeekends, w)])]),
        new(w.Say("Hours on duty", "Stunden in Bereitschaft"), w.Say("weekdays", "werktags"), w.Say("weekends", "Wochenende"), [.. report.Load.Select(l => new PageBar(l.Person.Value, (l.OnDuty - l.AtWeekends).TotalHours, l.AtWeekends.TotalHours, Hours(l.OnDuty, w)))]));

    private static PagePart? Topics(MonthReport report, PageWords w) => report.Topics.Count == 0 ? null : new(
        w.Say("What hit a nerve", "Was einen Nerv traf"),
        [],
        new([w.Say("Thread", "Thread"), w.Say("About", "Worum es ging"), w.Say("Items", "Beiträge"), w.Say("Likes", "Likes"), w.Say("Comments", "Kommentare"), w.Say("Shares", "Geteilt")],
            [.. report.Topics.Select(t => (IReadOnlyList<string>)[Short(t.Excerpt), w.Of(t.Category), w.Number(t.Items), w.Number(t.Counters.Likes), w.Number(t.Counters.Comments), w.Number(t.Counters.Shares)])]));

    private static PagePart? Pillars(MonthReport report, PageWords w) => report.Pillars.Count == 0 ? null : new(
        w.Say("What our posts brought", "Was unsere Beiträge brachten"),
        [],
        new([w.Say("Topic", "Thema"), w.Say("Posts", "Beiträge"), w.Say("Likes", "Likes"), w.Say("Comments", "Kommentare"), w.Say("Shares", "Geteilt"), w.Say("Reach", "Reichweite")],
            [.. report.Pillars.Select(p => (IReadOnlyList<string>)[p.Pillar.Length > 0 ? p.Pillar : "–", w.Number(p.Posts), w.Number(p.Likes), w.Number(p.Comments), w.Number(p.Shares), w.Number(p.Reach)])]));

    private static PagePart? Approvals(MonthReport report, PageWords w) => report.Approvals.Requests == 0 ? null : new(
        w.Say("Approvals", "Freigaben"),
        [report.Approvals.MostRounds <= 1
            ? w.Say($"{w.Count(report.Approvals.Requests, "approval was", "approvals were")} asked for, each part in one round.", $"{w.Count(report.Approvals.Requests, "Freigabe wurde", "Freigaben wurden")} erbeten, jeder Teil in einer Runde.")
            : w.Say($"{w.Count(report.Approvals.Requests, "approval was", "approvals were")} asked for; a part took {w.Number(report.Approvals.RoundsPerPart, 1)} rounds on average, at most {w.Number(report.Approvals.MostRounds)}.", $"{w.Count(report.Approvals.Requests, "Freigabe wurde", "Freigaben wurden")} erbeten; ein Teil brauchte im Mittel {w.Number(report.Approvals.RoundsPerPart, 1)} Runden, höchstens {w.Number(report.Approvals.MostRounds)}.")]);

    private static PagePart? Scores(MonthReport report, PageWords w)
    {
        var s = report.Scores;
        if (s.SelfCount + s.ExternalCount == 0)
        {
            return null;
        }

        List<string> sentences = [$"{Seen(w.Say("Our own view", "Selbst gesehen"), s.Self, s.SelfCount, w)} {Seen(w.Say("From outside", "Von außen"), s.External, s.ExternalCount, w)}"];
        if (s.Gap is { } gap)
        {
            sentences.Add(w.Say($"Where both looked, we see ourselves {w.Number(gap, 1)} higher; the widest gap is case {s.Widest}.", $"Wo beide hingesehen haben, sehen wir uns {w.Number(gap, 1)} höher; am weitesten auseinander liegt Vorgang {s.Widest}."));
        }

        return new(w.Say("How well it was done", "Wie gut es gemacht war"), sentences);
    }

    private static PagePart? Cost(MonthReport report, PageWords w) => report.Cost is not { } cost ? null : new(
        w.Say("What a wave costs, and what watching costs", "Was eine Welle kostet, und was Aufpassen kostet"),
        [w.Say($"{w.Number(cost.WaveActions)} actions on waves: {w.Number((double)cost.WaveCost, 2)}. {w.Number(cost.DutyHours, 1)} hours on duty: {w.Number((double)cost.DutyCost, 2)}.", $"{w.Number(cost.WaveActions)} Handlungen an Wellen: {w.Number((double)cost.WaveCost, 2)}. {w.Number(cost.DutyHours, 1)} Stunden Bereitschaft: {w.Number((double)cost.DutyCost, 2)}.")]);

    private static PagePart Trend(MonthReport report, PageWords w)
    {
        var counted = report.Trend.Months.Count(m => m.Kept + m.Broken > 0);
        var verdict = report.Trend.Verdict switch
        {
            TrendVerdict.TooEarly => w.Say($"Too early for a verdict: {counted} of {report.Trend.Horizon} months {(counted == 1 ? "has" : "have")} figures. Success does not come overnight.", $"Für ein Urteil ist es zu früh: {counted} von {report.Trend.Horizon} Monaten {(counted == 1 ? "hat" : "haben")} Zahlen. Erfolg kommt nicht über Nacht."),
            TrendVerdict.Better => w.Say("More promises are kept than before.", "Es werden mehr Zusagen gehalten als zuvor."),
            TrendVerdict.Worse => w.Say("Fewer promises are kept than before.", "Es werden weniger Zusagen gehalten als zuvor."),
            _ => w.Say("About as many promises are kept as before.", "Es werden etwa so viele Zusagen gehalten wie zuvor."),
        };
        return new(
            w.Say("The months", "Die Monate"),
            [verdict],
            new([w.Say("Month", "Monat"), w.Say("Cases", "Vorgänge"), w.Say("Promises kept", "Zusagen gehalten")], [.. report.Trend.Months.Select(m => (IReadOnlyList<string>)[w.Month(m.Month), w.Number(m.Cases), m.Kept + m.Broken == 0 ? "–" : w.Percent((double)m.Kept / (m.Kept + m.Broken))])]),
            report.Trend.Months.Count < 2 ? null : new(w.Say("Promises by month", "Zusagen je Monat"), w.Say("kept", "gehalten"), w.Say("broken", "gebrochen"), [.. report.Trend.Months.Select(m => new PageBar(w.Month(m.Month), m.Kept, m.Broken, $"{w.Number(m.Kept)} / {w.Number(m.Broken)}"))]));
    }

    private static string Seen(string from, double? score, int count, PageWords w) => score is { } known
        ? w.Say($"{from}: {w.Number(known, 1)} of 5 ({w.Count(count, "case", "cases")}).", $"{from}: {w.Number(known, 1)} von 5 ({w.Count(count, "Vorgang", "Vorgänge")}).")
        : w.Say($"{from}: nobody has looked yet.", $"{from}: noch hat niemand hingesehen.");

    private static string Hours(Duration length, PageWords w) => $"{w.Number(length.TotalHours, 1)} h";

    private static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[78]) ? 78 : 79), "…");
}
