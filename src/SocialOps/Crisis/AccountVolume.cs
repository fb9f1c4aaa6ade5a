using NodaTime;

namespace SocialOps.Crisis;

/// <summary>
/// How much comes in on an account against the same hour of the week in the last four weeks, in the account's zone. A week's hour that the clocks skip has nothing; one that they repeat has
/// both. Fixed memory: five weeks of hours. Immutable; a change gives a new one.
/// </summary>
internal sealed record AccountVolume
{
    private const int HoursAWeek = 168;
    private const int Weeks = 4;
    private const int Kept = HoursAWeek * (Weeks + 1);

    /// <summary>Nothing has come in yet.</summary>
    public static AccountVolume None { get; } = new();

    /// <summary>The number of the first hour that was ever counted: local hours since 1970.</summary>
    public long First { get; init; }

    /// <summary>The number of the newest hour.</summary>
    public long Newest { get; init; }

    /// <summary>Counts an hour; hour <c>n</c> stands at <c>n</c> modulo the length.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];

    /// <summary>Counts more. What is older than five weeks no longer counts.</summary>
    /// <param name="at">When it came.</param>
    /// <param name="zone">The account's zone.</param>
    /// <param name="count">How much, from 0 up.</param>
    public AccountVolume Add(Instant at, DateTimeZone zone, int count = 1)
    {
        var hour = HourOf(at, zone);
        if (Counts.Count == 0)
        {
            var fresh = new int[Kept];
            fresh[hour % Kept] = count;
            return new() { First = hour, Newest = hour, Counts = fresh };
        }

        if (hour <= Newest - Kept)
        {
            return this;
        }

        var counts = Counts.ToArray();
        for (var empty = Newest + 1; empty <= Math.Min(hour, Newest + Kept); empty++)
        {
            counts[empty % Kept] = 0;
        }

        counts[hour % Kept] += count;
        return new() { First = Math.Min(First, hour), Newest = Math.Max(Newest, hour), Counts = counts };
    }

    /// <summary>How unusual the hour of an instant is.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The account's zone.</param>
    public VolumeReading Read(Instant at, DateTimeZone zone)
    {
        var hour = HourOf(at, zone);
        var count = CountOf(hour);
        var before = Enumerable.Range(1, Weeks).Select(w => hour - ((long)w * HoursAWeek)).Where(h => Counts.Count > 0 && h >= First).Select(CountOf).Order().ToList();
        if (before.Count < 2)
        {
            return new(count, null, count >= 10 ? VolumeAlert.Watch : VolumeAlert.None); // under two weeks: the floor alone
        }

        var median = MedianOf(before);
        var spread = MedianOf([.. before.Select(b => Math.Abs(b - median)).Order()]);
        var z = (count - median) / ((1.4826 * spread) + 1);
        return new(count, z, count < 10 ? VolumeAlert.None : z >= 5 ? VolumeAlert.High : z >= 3 ? VolumeAlert.Watch : VolumeAlert.None);
    }

    private static double MedianOf<T>(List<T> sorted)
        where T : struct, IConvertible
        => (Convert.ToDouble(sorted[(sorted.Count - 1) / 2], null) + Convert.ToDouble(sorted[sorted.Count / 2], null)) / 2;

    private static long HourOf(Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = at.InZone(zone).LocalDateTime;
        return ((long)NodaTime.Period.DaysBetween(new LocalDate(1970, 1, 1), local.Date) * 24) + local.Hour;
    }

    private int CountOf(long hour) => Counts.Count == 0 || hour > Newest || hour <= Newest - Kept || hour < First ? 0 : Counts[(int)(hour % Kept)];
}

/// <summary>How unusual an hour is.</summary>
/// <param name="Count">What has come in.</param>
/// <param name="Z">The distance from the median of the same hours, in robust deviations; <see langword="null"/> under two weeks of them.</param>
/// <param name="Alert">What it asks for.</param>
internal sealed record VolumeReading(int Count, double? Z, VolumeAlert Alert);

/// <summary>What an hour's volume asks for.</summary>
internal enum VolumeAlert
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Somebody looks: three deviations, at least ten.</summary>
    Watch,

    /// <summary>Somebody acts: five deviations, at least ten.</summary>
    High,
}
