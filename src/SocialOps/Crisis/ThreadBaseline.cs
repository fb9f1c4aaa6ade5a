using NodaTime;

namespace SocialOps.Crisis;

/// <summary>
/// What is usual on an account: the 95th percentile of comments an hour for threads of an age, from at least twenty hours of other threads. A thread's hours count once it has gone quiet or
/// grown older. Fixed memory: a histogram an age. Immutable; a change gives a new one.
/// </summary>
internal sealed record ThreadBaseline
{
    private const int Ages = 5;
    private const int Bins = 32;
    private const int FewestHours = 20;
    private static readonly Duration[] Youngest = [Duration.Zero, Duration.FromHours(1), Duration.FromHours(6), Duration.FromHours(24), Duration.FromHours(72)];

    /// <summary>Nothing is known yet.</summary>
    public static ThreadBaseline None { get; } = new();

    /// <summary>Hours by (age, comments); the age is the outer one.</summary>
    public IReadOnlyList<int> Hours { get; init; } = [];

    /// <summary>One hour of a thread.</summary>
    /// <param name="age">The thread's age at the hour's end.</param>
    /// <param name="comments">The hour's comments.</param>
    public ThreadBaseline Add(Duration age, int comments)
    {
        var hours = Hours.Count == 0 ? new int[Ages * Bins] : Hours.ToArray();
        hours[(AgeOf(age) * Bins) + BinOf(comments)]++;
        return new() { Hours = hours };
    }

    /// <summary>The 95th percentile for threads of this age; 0 while too little is known.</summary>
    /// <param name="age">The age.</param>
    public int Percentile95(Duration age)
    {
        if (Hours.Count == 0)
        {
            return 0;
        }

        var start = AgeOf(age) * Bins;
        var known = Hours.Skip(start).Take(Bins).Sum();
        if (known < FewestHours)
        {
            return 0;
        }

        var (seen, wanted) = (0, (int)Math.Ceiling(known * 0.95));
        for (var bin = 0; bin < Bins; bin++)
        {
            seen += Hours[start + bin];
            if (seen >= wanted)
            {
                return ValueOf(bin);
            }
        }

        return ValueOf(Bins - 1);
    }

    /// <summary>The percentile for each of the five ages, the youngest first; empty while nothing is known of any.</summary>
    public IReadOnlyList<int> Percentiles95()
    {
        var all = Youngest.Select(Percentile95).ToArray();
        return all.Any(p => p > 0) ? all : [];
    }

    /// <summary>One of <see cref="Percentiles95"/>; 0 where nothing is known.</summary>
    /// <param name="percentiles">The percentiles, or none.</param>
    /// <param name="age">The thread's age.</param>
    public static int Usual(IReadOnlyList<int> percentiles, Duration age)
    {
        ArgumentNullException.ThrowIfNull(percentiles);
        return percentiles.Count == Ages ? percentiles[AgeOf(age)] : 0;
    }

    private static int AgeOf(Duration age) => age.TotalHours switch
    {
        < 1 => 0,
        < 6 => 1,
        < 24 => 2,
        < 72 => 3,
        _ => 4,
    };

    /// <summary>Single counts up to eight, then four bins to a doubling.</summary>
    private static int BinOf(int comments) => comments <= 8 ? Math.Max(0, comments) : Math.Min(Bins - 1, 8 + (int)Math.Ceiling(4 * Math.Log2(comments / 8.0)));

    private static int ValueOf(int bin) => bin <= 8 ? bin : (int)Math.Round(8 * Math.Pow(2, (bin - 8) / 4.0));
}
