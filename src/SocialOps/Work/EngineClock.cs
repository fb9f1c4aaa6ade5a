using NodaTime;

namespace SocialOps.Work;

/// <summary>
/// The library's one clock: the registered <see cref="TimeProvider"/> in whole microseconds, never going back within the process (reliability F4). A jump ahead is followed, but the
/// clock is suspect until it has gone on steadily for a minute, or a person trusts it (F5). Thread-safe.
/// </summary>
internal sealed class EngineClock(TimeProvider time)
{
    private static readonly Duration Jump = Duration.FromMinutes(5);
    private static readonly Duration Steady = Duration.FromMinutes(1);
    private static readonly Duration Agreement = Duration.FromSeconds(5);

    private readonly Lock _gate = new();
    private Instant _last = Instant.MinValue;
    private long _stamp;
    private (Instant Wall, long Stamp)? _suspect;

    /// <summary>It has jumped ahead and nobody has confirmed it yet.</summary>
    public bool IsSuspect
    {
        get
        {
            Now();
            lock (_gate)
            {
                return _suspect is not null;
            }
        }
    }

    public Instant Now()
    {
        lock (_gate)
        {
            var wall = Instant.FromDateTimeOffset(time.GetUtcNow());
            var stamp = time.GetTimestamp();
            if (_last != Instant.MinValue)
            {
                var steady = _last + Duration.FromTimeSpan(time.GetElapsedTime(_stamp, stamp));
                Watch(wall, steady, stamp);
                wall = Instant.Max(wall, steady);
            }

            (_last, _stamp) = (wall, stamp);
            return wall.ToMicrosecond();
        }
    }

    /// <summary>Cancels at an instant of this clock, at once when it has passed. It follows the host's time, as everything does.</summary>
    public CancellationTokenSource CancelAt(Instant instant) => new(Duration.Max(instant - Now(), Duration.Zero).ToTimeSpan(), time);

    /// <summary>From now on no earlier instant is told: what an earlier process has recorded has happened.</summary>
    public void RaiseTo(Instant mark)
    {
        lock (_gate)
        {
            if (mark > _last)
            {
                (_last, _stamp) = (mark, time.GetTimestamp());
            }
        }
    }

    /// <summary>A person says that it is right.</summary>
    public void Trust()
    {
        lock (_gate)
        {
            _suspect = null;
        }
    }

    private void Watch(Instant wall, Instant steady, long stamp)
    {
        if (wall - steady > Jump)
        {
            _suspect = (wall, stamp);
        }
        else if (_suspect is { } since && Duration.FromTimeSpan(time.GetElapsedTime(since.Stamp, stamp)) is var elapsed && elapsed >= Steady)
        {
            var drift = wall - since.Wall - elapsed;
            _suspect = drift < Agreement && drift > -Agreement ? null : (wall, stamp);
        }
    }
}
