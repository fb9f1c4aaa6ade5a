using Microsoft.Extensions.Logging;

namespace SocialOps.PostgreSql;

/// <summary>Compares the host's clock with the database's: due instants follow the one, leases the other. Thread-safe.</summary>
internal sealed partial class HostClock(TimeProvider time, TimeSpan most, ILogger logger)
{
    private static readonly TimeSpan WorthALine = TimeSpan.FromSeconds(2);
    private int _warned;

    /// <summary>Asks the database for its time and refuses to go on when the difference is too great.</summary>
    /// <param name="ask">The database's time, in microseconds.</param>
    /// <exception cref="StoreUnavailableException">The clocks differ by more than is allowed.</exception>
    public async ValueTask CheckAsync(Func<ValueTask<long>> ask)
    {
        if (most == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        var start = time.GetTimestamp();
        var database = DateTimeOffset.UnixEpoch.AddMicroseconds(await ask().ConfigureAwait(false));
        // The answer was right at some moment of the way there and back: that much is no difference.
        var way = time.GetElapsedTime(start);
        var ahead = time.GetUtcNow() - database;
        var difference = ahead < TimeSpan.Zero ? -ahead : ahead > way ? ahead - way : TimeSpan.Zero;
        if (difference > most)
        {
            throw new StoreUnavailableException(
                $"This machine's clock is {difference.TotalSeconds:0.0} s {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} the database's. No work is claimed until it is set right; up to {most.TotalSeconds:0.###} s are possible.");
        }

        if (Interlocked.Exchange(ref _warned, difference > WorthALine ? 1 : 0) == 0 && difference > WorthALine)
        {
            ClocksDiffer(logger, difference.TotalSeconds);
        }
    }

    [LoggerMessage(301, LogLevel.Warning, "This machine's clock and the database's differ by {Seconds:0.0} s. Due work runs by this machine's: set it right.")]
    private static partial void ClocksDiffer(ILogger logger, double seconds);
}
