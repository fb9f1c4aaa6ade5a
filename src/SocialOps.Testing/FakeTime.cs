using NodaTime;

namespace SocialOps.Testing;

/// <summary>
/// Time that stands still until it is told to go: for everything that takes a <see cref="TimeProvider"/>. The wall clock and the monotonic one are
/// separate, so that a jump of the wall clock can be played. Timers fire on the thread that advances, in the order in which they are due. Thread-safe.
/// </summary>
public sealed class FakeTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _wall;
    private TimeSpan _elapsed;

    /// <summary>Time that stands at 2026-01-05T09:00Z, a Monday.</summary>
    public FakeTime()
        : this(Instant.FromUtc(2026, 1, 5, 9, 0))
    {
    }

    /// <summary>Time that stands at an instant.</summary>
    /// <param name="start">The wall clock's first instant.</param>
    public FakeTime(Instant start) => _wall = start.ToDateTimeOffset();

    /// <summary>The wall clock.</summary>
    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    /// <summary>UTC, so that no test depends on the machine's zone.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wall;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _elapsed.Ticks;
        }
    }

    /// <summary>Lets time pass: both clocks go on, and the timers that become due fire one after the other, each at its own instant.</summary>
    /// <param name="length">How long; not negative.</param>
    public void Advance(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        TimeSpan end;
        lock (_gate)
        {
            end = _elapsed + length;
        }

        while (NextUntil(end) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc cref="Advance(TimeSpan)" />
    public void Advance(Duration length) => Advance(length.ToTimeSpan());

    /// <summary>Lets time pass until the wall clock stands at an instant.</summary>
    /// <param name="instant">Not before <see cref="Now"/>.</param>
    public void SetUtcNow(Instant instant) => Advance(instant - Now);

    /// <summary>Moves the wall clock alone, as a correction of the machine's clock does: no time passes and no timer fires.</summary>
    /// <param name="by">How far; negative moves it back.</param>
    public void JumpWall(Duration by)
    {
        lock (_gate)
        {
            _wall += by.ToTimeSpan();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal TimeSpan? Start(FakeTimer timer, TimeSpan dueTime)
    {
        TimeSpan? due;
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
            {
                return null;
            }

            due = _elapsed + dueTime;
            _timers.Add(timer);
        }

        return due;
    }

    internal void Stop(FakeTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    // Moves both clocks to the next timer, or to the end when there is none before it.
    private FakeTimer? NextUntil(TimeSpan end)
    {
        lock (_gate)
        {
            FakeTimer? next = null;
            foreach (var timer in _timers)
            {
                if (timer.DueAt <= end && (next is null || timer.DueAt < next.DueAt))
                {
                    next = timer;
                }
            }

            var to = next?.DueAt ?? end;
            if (to > _elapsed)
            {
                _wall += to - _elapsed;
                _elapsed = to;
            }

            return next;
        }
    }
}
