using SocialOps.People;

namespace SocialOps.Reporting;

/// <summary>What the page says about people and money for the time ahead; left out where nothing is known and nothing changed.</summary>
internal static class ContinuityPart
{
    public static PagePart? Of(Continuity counted, PageWords w)
    {
        var sentences = new[] { Term(counted, w), Budget(counted.Budget, w), UsedUp(counted.Budget, w), Share(counted, w), Staff(counted, w) }.OfType<string>().ToList();
        return sentences.Count == 0 ? null : new(w.Say("Will it hold?", "Hält es?"), sentences);
    }

    private static string? Term(Continuity counted, PageWords w) => (counted.TermLastOn, counted.TermDaysLeft) switch
    {
        ({ } last, < 0 and { } left) => w.Say(
            $"The agreement's term ended on {w.Date(last)}, {w.Count(-left, "day", "days")} before {w.Date(counted.On)}: agree on what comes next.",
            $"Die Laufzeit der Vereinbarung endete am {w.Date(last)}, {w.Count(-left, "Tag", "Tage")} vor dem {w.Date(counted.On)}: Vereinbart, wie es weitergeht."),
        ({ } last, { } left) => w.Say(
            $"The agreement runs until {w.Date(last)}: {w.Count(left, "day", "days")} left on {w.Date(counted.On)}{(counted.Risks.Contains(ContinuityRisk.TermEnds) ? "; it is time to talk about what comes next" : "")}.",
            $"Die Vereinbarung läuft bis zum {w.Date(last)}: am {w.Date(counted.On)} noch {w.Count(left, "Tag", "Tage")}{(counted.Risks.Contains(ContinuityRisk.TermEnds) ? "; Zeit, über das Danach zu sprechen" : "")}."),
        _ => null,
    };

    private static string? Budget(BudgetOutlook? budget, PageWords w) => budget is null ? null : w.Say(
        $"Of the budget of {Money(budget.Amount, w)}, {Money(budget.Left, w)} were left on {w.Date(budget.SpentUntilOn)}{(budget.LeftPerMonth is { } left ? $": {Money(left, w)} a month until the term's end" : "")}; a month has cost {Money(budget.SpentPerMonth, w)} so far.",
        $"Vom Budget von {Money(budget.Amount, w)} waren am {w.Date(budget.SpentUntilOn)} noch {Money(budget.Left, w)} übrig{(budget.LeftPerMonth is { } rest ? $", das sind {Money(rest, w)} im Monat bis zum Ende der Laufzeit" : "")}; bisher kostete ein Monat {Money(budget.SpentPerMonth, w)}.");

    private static string? UsedUp(BudgetOutlook? budget, PageWords w) => budget?.UsedUpOn is not { } on ? null : w.Say(
        $"If it goes on like this, nothing is left after {w.Date(on)}, before the term ends.",
        $"Geht es so weiter, ist nach dem {w.Date(on)} nichts mehr übrig, noch vor dem Ende der Laufzeit.");

    private static string? Share(Continuity counted, PageWords w) => counted.Largest is not { } most ? null : w.Say(
        $"{most.Person} did most of the work on cases: {w.Percent(most.Share)} ({w.Number(most.Actions)} of {w.Count(most.All, "action", "actions")}){(counted.Risks.Contains(ContinuityRisk.OnePerson) ? ". Who stands in?" : ".")}",
        $"Die meiste Arbeit an Vorgängen tat {most.Person}: {w.Percent(most.Share)} ({w.Number(most.Actions)} von {w.Count(most.All, "Handlung", "Handlungen")}){(counted.Risks.Contains(ContinuityRisk.OnePerson) ? ". Wer vertritt?" : ".")}");

    private static string? Staff(Continuity counted, PageWords w) => (counted.Joined.Count, counted.Left.Count) switch
    {
        (0, 0) => null,
        (_, 0) => w.Say($"Joined the team: {Names(counted.Joined)}.", $"Neu im Team: {Names(counted.Joined)}."),
        (0, _) => w.Say($"Left the team: {Names(counted.Left)}.", $"Nicht mehr im Team: {Names(counted.Left)}."),
        _ => w.Say($"Joined the team: {Names(counted.Joined)}; left it: {Names(counted.Left)}.", $"Neu im Team: {Names(counted.Joined)}; nicht mehr im Team: {Names(counted.Left)}."),
    };

    private static string Names(IEnumerable<PersonId> people) => string.Join(", ", people);

    private static string Money(decimal amount, PageWords w) => w.Number((double)amount, amount == Math.Truncate(amount) ? 0 : 2);
}
