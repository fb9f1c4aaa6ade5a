using NodaTime;

namespace SocialOps.Content;

/// <summary>What is done now and then without being part of the package (requirement 0.5): counted, warned about, never an entitlement and never refused.</summary>
/// <param name="Activity">What is done, e.g. <c>extra post</c>.</param>
/// <param name="PerPeriod">How often in a period nobody minds.</param>
/// <param name="Per">The period.</param>
public sealed record GoodwillAllowance(string Activity, int PerPeriod, GoodwillPeriod Per)
{
    /// <summary>Counts what was done in the period around a day.</summary>
    /// <param name="uses">What was done on which day; other activities are passed over.</param>
    /// <param name="on">The day.</param>
    public GoodwillCount Count(IEnumerable<GoodwillUse> uses, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(uses);
        var (start, end) = SpanOf(on);
        var used = uses.Count(u => string.Equals(u.Activity, Activity, StringComparison.OrdinalIgnoreCase) && u.On >= start && u.On < end);
        var warning = used > PerPeriod
            ? ContentFinding.Warning("goodwill.exceeded", $"goodwill[{Activity}]", $"{used} of {PerPeriod}", $"'{Activity}' was done {used} times between {start:uuuu-MM-dd} and {end.PlusDays(-1):uuuu-MM-dd}; {PerPeriod} times is goodwill.", "Offer it as part of the package, or say that it stays an exception.")
            : null;
        return new(used, PerPeriod, start, end, warning);
    }

    private (LocalDate Start, LocalDate End) SpanOf(LocalDate on)
    {
        var start = Per switch
        {
            GoodwillPeriod.Week => on.PlusDays(1).Previous(IsoDayOfWeek.Monday),
            GoodwillPeriod.Month => new LocalDate(on.Year, on.Month, 1),
            _ => new LocalDate(on.Year, (((on.Month - 1) / 3) * 3) + 1, 1),
        };
        return (start, Per switch { GoodwillPeriod.Week => start.PlusWeeks(1), GoodwillPeriod.Month => start.PlusMonths(1), _ => start.PlusMonths(3) });
    }
}

/// <summary>The period in which goodwill is counted, by calendar.</summary>
public enum GoodwillPeriod
{
    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a year.</summary>
    Quarter,
}

/// <summary>Something that was done as goodwill.</summary>
/// <param name="Activity">What.</param>
/// <param name="On">On which day, in the client's zone.</param>
public sealed record GoodwillUse(string Activity, LocalDate On);

/// <summary>How often something was done in its period.</summary>
/// <param name="Used">How often.</param>
/// <param name="Allowed">How often nobody minds.</param>
/// <param name="From">The period's first day.</param>
/// <param name="Until">The first day after the period.</param>
/// <param name="Warning">What people should read once it was done more often.</param>
public sealed record GoodwillCount(int Used, int Allowed, LocalDate From, LocalDate Until, ContentFinding? Warning);
