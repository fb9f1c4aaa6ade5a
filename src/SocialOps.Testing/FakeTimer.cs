namespace SocialOps.Testing;

/// <summary>A timer of fake time.</summary>
internal sealed class FakeTimer(FakeTime time, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period;
    private bool _disposed;

    public TimeSpan? DueAt { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        _period = period;
        DueAt = time.Start(this, dueTime);
        return true;
    }

    public void Fire()
    {
        if (_period > TimeSpan.Zero)
        {
            DueAt = time.Start(this, _period);
        }
        else
        {
            time.Stop(this);
        }

        callback(state);
    }

    public void Dispose()
    {
        _disposed = true;
        time.Stop(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
