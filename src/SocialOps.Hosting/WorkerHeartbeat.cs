namespace SocialOps.Hosting;

/// <summary>When the worker last did a turn, and what stopped it since. Thread-safe.</summary>
internal sealed class WorkerHeartbeat(TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _last;
    private string? _failure;

    public void Beat()
    {
        lock (_gate)
        {
            (_last, _failure) = (time.GetTimestamp(), null);
        }
    }

    public void Fail(string message)
    {
        lock (_gate)
        {
            _failure = message;
        }
    }

    /// <summary>How long ago the last good turn was, and what failed since.</summary>
    public (TimeSpan? Silent, string? Failure) Read()
    {
        lock (_gate)
        {
            return (_last is { } last ? time.GetElapsedTime(last) : null, _failure);
        }
    }
}
