using NodaTime;

namespace SocialOps.Work;

/// <summary>Wakes a waiting worker of this process. It only wakes: the rows are the truth.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>There may be work. Thread-safe, never waits.</summary>
    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Waits for the bell, or for so long.</summary>
    /// <param name="timeout">At most so long; zero or more.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask WaitAsync(Duration timeout, CancellationToken cancellationToken = default) => await _bell.WaitAsync(timeout.ToTimeSpan(), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public void Dispose() => _bell.Dispose();
}
