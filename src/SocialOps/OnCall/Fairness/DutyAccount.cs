using NodaTime;

namespace SocialOps.OnCall.Fairness;

/// <summary>One person's duty: elapsed time, and what it weighs.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Night">That at night.</param>
/// <param name="Weekend">That on Saturdays and Sundays.</param>
/// <param name="Holiday">That on holidays.</param>
/// <param name="WeightedHours">The hours times their weights, with credits for swaps.</param>
public sealed record DutyAccount(Duration Total, Duration Night, Duration Weekend, Duration Holiday, decimal WeightedHours)
{
    /// <summary>No duty.</summary>
    public static DutyAccount Empty { get; } = new(Duration.Zero, Duration.Zero, Duration.Zero, Duration.Zero, 0m);

    /// <summary>Two accounts together.</summary>
    public DutyAccount Plus(DutyAccount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Total + other.Total, Night + other.Night, Weekend + other.Weekend, Holiday + other.Holiday, WeightedHours + other.WeightedHours);
    }
}
