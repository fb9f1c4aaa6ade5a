using NodaTime;
using SocialOps.People;

namespace SocialOps.Reporting;

/// <summary>Whether people and money hold for the time ahead (requirement 4.15).</summary>
public sealed record Continuity
{
    /// <summary>The day that it speaks about, in the zone of the client's schedule: the month's last, or today while the month is not over.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The last day of the agreement's term; <see langword="null"/> where no term is written down.</summary>
    public LocalDate? TermLastOn { get; init; }

    /// <summary>Days left until then: 0 on the last day, negative after it.</summary>
    public int? TermDaysLeft { get; init; }

    /// <summary>How far the budget goes; <see langword="null"/> where none is written down.</summary>
    public BudgetOutlook? Budget { get; init; }

    /// <summary>Who did most; <see langword="null"/> where nobody did anything in the month.</summary>
    public WorkShare? Largest { get; init; }

    /// <summary>Who joined the agency's definitions in the month, by id. Whoever is part of them before and after, and was missing between, did not.</summary>
    public IReadOnlyList<PersonId> Joined { get; init; } = [];

    /// <summary>Who left them in the month, by id.</summary>
    public IReadOnlyList<PersonId> Left { get; init; } = [];

    /// <summary>What to look at; in the order of the enumeration.</summary>
    public IReadOnlyList<ContinuityRisk> Risks { get; init; } = [];
}

/// <summary>How far a budget goes, as of the last day that the agency's books count. A month is a twelfth of 365.2425 days.</summary>
/// <param name="Amount">What may be spent in the whole term.</param>
/// <param name="Left">What is left; negative where more was spent.</param>
/// <param name="SpentUntilOn">The last day that was counted.</param>
/// <param name="SpentPerMonth">What a month of the term has cost so far.</param>
/// <param name="LeftPerMonth">What is left for each month until the term's end; <see langword="null"/> on its last day.</param>
/// <param name="UsedUpOn">The day on which nothing is left if it goes on like this; <see langword="null"/> where that is not before the term's end.</param>
public sealed record BudgetOutlook(decimal Amount, decimal Left, LocalDate SpentUntilOn, decimal SpentPerMonth, decimal? LeftPerMonth, LocalDate? UsedUpOn);

/// <summary>How much of the work one person did.</summary>
/// <param name="Person">Who did most.</param>
/// <param name="Actions">Commands of that person on the month's cases.</param>
/// <param name="All">Commands of all people.</param>
public sealed record WorkShare(PersonId Person, int Actions, int All)
{
    /// <summary>The share, above 0 and at most 1.</summary>
    public double Share => (double)Actions / All;
}

/// <summary>What may not hold.</summary>
public enum ContinuityRisk
{
    /// <summary>The term is over, or ends within 90 days.</summary>
    TermEnds,

    /// <summary>The budget is used up before the term ends, if it goes on like this.</summary>
    BudgetShort,

    /// <summary>One person did more than two thirds of the work.</summary>
    OnePerson,

    /// <summary>Somebody left.</summary>
    StaffLeft,
}
