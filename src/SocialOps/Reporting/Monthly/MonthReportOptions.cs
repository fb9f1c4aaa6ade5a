namespace SocialOps.Reporting;

/// <summary>What a report takes as given.</summary>
public sealed record MonthReportOptions
{
    /// <summary>What hours cost; without it nothing is said about cost.</summary>
    public CostRates? Rates { get; init; }

    /// <summary>How many months the trend shows, the report's own included, 1 to 36.</summary>
    public int TrendMonths { get; init; } = 6;

    /// <summary>How many months with cases are needed before a verdict, 2 to 36.</summary>
    public int TrendHorizon { get; init; } = 6;
}
