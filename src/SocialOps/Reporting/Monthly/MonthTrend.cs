using NodaTime;

namespace SocialOps.Reporting;

/// <summary>Months beside one another (requirement 0.20: success does not come overnight).</summary>
/// <param name="Months">The oldest first; the last is the report's own.</param>
/// <param name="Horizon">How many months with cases are needed before a verdict.</param>
public sealed record MonthTrend(IReadOnlyList<TrendMonth> Months, int Horizon)
{
    /// <summary>How the share of promises kept moved: the later half of the months against the earlier; <see cref="TrendVerdict.TooEarly"/> before the horizon.</summary>
    public TrendVerdict Verdict
    {
        get
        {
            var counted = Months.Where(m => m.Kept + m.Broken > 0).ToList();
            if (counted.Count < Horizon)
            {
                return TrendVerdict.TooEarly;
            }

            var difference = Share(counted.Skip(counted.Count / 2)) - Share(counted.Take(counted.Count / 2));
            return difference > 0.02 ? TrendVerdict.Better : difference < -0.02 ? TrendVerdict.Worse : TrendVerdict.Steady;
        }
    }

    private static double Share(IEnumerable<TrendMonth> months)
    {
        var (kept, all) = months.Aggregate((0, 0), (sum, m) => (sum.Item1 + m.Kept, sum.Item2 + m.Kept + m.Broken));
        return (double)kept / all;
    }
}

/// <summary>One month of a trend.</summary>
/// <param name="Month">The month.</param>
/// <param name="Cases">Cases that were opened.</param>
/// <param name="Kept">Promises kept.</param>
/// <param name="Broken">Promises broken.</param>
public sealed record TrendMonth(YearMonth Month, int Cases, int Kept, int Broken);

/// <summary>What a trend says.</summary>
public enum TrendVerdict
{
    /// <summary>Nothing yet: too few months.</summary>
    TooEarly,

    /// <summary>The later months kept at least two percentage points more.</summary>
    Better,

    /// <summary>About the same.</summary>
    Steady,

    /// <summary>The later months kept at least two percentage points less.</summary>
    Worse,
}
