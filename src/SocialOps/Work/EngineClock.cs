using NodaTime;

namespace SocialOps.Work;

/// <summary>The library's one clock: the registered <see cref="TimeProvider"/> in whole microseconds, never going back within the process (reliability F4).</summary>
internal sealed class EngineClock(TimeProvider time)
{
    private readonly Lock _gate = new();
    private Instant _last = Instant.MinValue;
    private long _stamp;

    public Instant Now()
    {
        lock (_gate)
        {
            var wall = Instant.FromDateTimeOffset(time.GetUtcNow());
            var stamp = time.GetTimestamp();
            if (_last != Instant.MinValue)
            {
                var steady = _last + Duration.FromTimeSpan(time.GetElapsedTime(_stamp, stamp));
                wall = Instant.Max(wall, steady);
            }

            (_last, _stamp) = (wall, stamp);
            return wall.ToMicrosecond();
        }
    }

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
}
