using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.Reporting;

/// <summary>Computes how well people and money hold. Pure.</summary>
internal static class ContinuityCount
{
    private const int TermWarningDays = 90;
    private const double LargeShare = 2.0 / 3;
    private const decimal DaysPerMonth = 365.2425m / 12;

    /// <param name="agreed">The agreement's term; one that had not begun says nothing about the day.</param>
    /// <param name="load">Who did how much in the month.</param>
    /// <param name="teams">Who was part of the agency: first before the month, then after each change in it.</param>
    /// <param name="on">The day.</param>
    public static Continuity Of(AgreementTerm? agreed, IReadOnlyList<PersonLoad> load, IReadOnlyList<IReadOnlyCollection<PersonId>> teams, LocalDate on)
    {
        var term = agreed?.FirstOn <= on ? agreed : null;
        var everybody = teams.SelectMany(t => t).Distinct().OrderBy(p => p.Value, StringComparer.Ordinal).ToList();
        var counted = new Continuity
        {
            On = on,
            TermLastOn = term?.LastOn,
            TermDaysLeft = term is null ? null : Period.DaysBetween(on, term.LastOn),
            Budget = term?.Budget is { } budget ? Outlook(term, budget) : null,
            Largest = Largest(load),
            Joined = teams.Count == 0 ? [] : [.. everybody.Except(teams[0])],
            Left = teams.Count == 0 ? [] : [.. everybody.Except(teams[^1])],
        };
        return counted with { Risks = [.. Risks(counted)] };
    }

    private static BudgetOutlook Outlook(AgreementTerm term, TermBudget budget)
    {
        var (past, ahead) = (Period.DaysBetween(term.FirstOn, budget.SpentUntilOn) + 1, Period.DaysBetween(budget.SpentUntilOn, term.LastOn));
        var (left, perDay) = (budget.Amount - budget.Spent, budget.Spent / past);
        var days = perDay == 0 ? (decimal?)null : Math.Max(0, Math.Floor(left / perDay));
        return new(
            budget.Amount,
            left,
            budget.SpentUntilOn,
            Math.Round(perDay * DaysPerMonth, 2),
            ahead == 0 ? null : Math.Round(left / ahead * DaysPerMonth, 2),
            days < ahead ? budget.SpentUntilOn.PlusDays((int)days) : null);
    }

    private static WorkShare? Largest(IReadOnlyList<PersonLoad> load)
        => load.Where(l => l.Actions > 0).MaxBy(l => l.Actions) is { } most ? new(most.Person, most.Actions, load.Sum(l => l.Actions)) : null;

    private static IEnumerable<ContinuityRisk> Risks(Continuity counted)
    {
        if (counted.TermDaysLeft <= TermWarningDays)
        {
            yield return ContinuityRisk.TermEnds;
        }

        if (counted.Budget is { UsedUpOn: not null } or { Left: < 0 })
        {
            yield return ContinuityRisk.BudgetShort;
        }

        if (counted.Largest?.Share > LargeShare)
        {
            yield return ContinuityRisk.OnePerson;
        }

        if (counted.Left.Count > 0)
        {
            yield return ContinuityRisk.StaffLeft;
        }
    }
}
