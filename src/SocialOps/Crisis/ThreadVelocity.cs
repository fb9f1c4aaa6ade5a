using NodaTime;

namespace SocialOps.Crisis;

/// <summary>How fast something grows, e.g. one thread's comments: counts in quarter-hour buckets over the last six hours. Immutable; a snapshot costs the same however large the thread is.</summary>
public sealed record ThreadVelocity
{
    private const int Buckets = 24;
    private static readonly Duration Bucket = Duration.FromMinutes(15);

    /// <summary>Nothing has happened yet.</summary>
    public static ThreadVelocity None { get; } = new();

    /// <summary>The number of the newest bucket: quarter hours since 1970.</summary>
    public long Newest { get; init; }

    /// <summary>Counts a bucket, the newest first.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];

    /// <summary>Counts more. What arrives late counts in its own quarter hour, or not at all when that is past the window.</summary>
    /// <param name="at">When it happened.</param>
    /// <param name="count">How much, from 0 up.</param>
    public ThreadVelocity Add(Instant at, int count = 1)
    {
        var number = at.ToUnixTimeTicks() / Bucket.BclCompatibleTicks;
        if (Counts.Count == 0)
        {
            return new() { Newest = number, Counts = [count] };
        }

        var shift = (int)Math.Clamp(number - Newest, 0, Buckets);
        var age = (int)Math.Clamp(Newest + shift - number, 0, Buckets);
        var counts = new int[Math.Min(Buckets, Math.Max(Counts.Count + shift, age + 1))];
        for (var i = shift; i < counts.Length; i++)
        {
            counts[i] = i - shift < Counts.Count ? Counts[i - shift] : 0;
        }

        if (age < counts.Length)
        {
            counts[age] += count;
        }

        return new() { Newest = Math.Max(Newest, number), Counts = counts };
    }

    /// <summary>The count of the hour up to and including this quarter hour.</summary>
    /// <param name="at">The instant.</param>
    public int LastHour(Instant at)
    {
        var skip = (int)Math.Clamp((at.ToUnixTimeTicks() / Bucket.BclCompatibleTicks) - Newest, 0, Buckets);
        return Counts.Take(Math.Max(0, 4 - skip)).Sum();
    }

    /// <summary>The count of the last six hours up to and including this quarter hour.</summary>
    /// <param name="at">The instant.</param>
    public int Window(Instant at)
    {
        var skip = (int)Math.Clamp((at.ToUnixTimeTicks() / Bucket.BclCompatibleTicks) - Newest, 0, Buckets);
        return Counts.Take(Math.Max(0, Buckets - skip)).Sum();
    }
}
