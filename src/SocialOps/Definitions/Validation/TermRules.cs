using NodaTime;

namespace SocialOps.Definitions.Validation;

/// <summary>Terms: they do not end before they begin, and their budget speaks about their days.</summary>
internal static class TermRules
{
    public static void Check(string path, AgreementTerm? term, Findings findings)
    {
        if (term is null)
        {
            return;
        }

        if (term.LastOn < term.FirstOn)
        {
            findings.Error($"{path}.lastOn", $"{Day(term.LastOn)} lies before the first day, {Day(term.FirstOn)}; write the last day.");
        }
        else if (term.Budget is { } known && (known.SpentUntilOn < term.FirstOn || known.SpentUntilOn > term.LastOn))
        {
            findings.Error($"{path}.budget.spentUntilOn", $"{Day(known.SpentUntilOn)} is no day of the term, {Day(term.FirstOn)} to {Day(term.LastOn)}; write the last day that was counted.");
        }

        if (term.Budget is { Amount: <= 0 } or { Spent: < 0 })
        {
            findings.Error($"{path}.budget", FormattableString.Invariant($"{term.Budget.Spent} spent of {term.Budget.Amount} is no budget; write an amount above 0 and what was spent, 0 or more."));
        }
    }

    private static string Day(LocalDate day) => FormattableString.Invariant($"{day:uuuu-MM-dd}");
}
