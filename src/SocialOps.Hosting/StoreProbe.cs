using SocialOps.Storage;

namespace SocialOps.Hosting;

/// <summary>Asks the store whether it answers, for the health check: one question at a time, however many ask. Thread-safe.</summary>
internal sealed class StoreProbe(IStore store, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string NoAnswer = $"it has not answered for {Patience.TotalSeconds:0} s.";
    private readonly Lock _gate = new();
    private Task<string?>? _asking;

    /// <summary>Why it does not answer, at the latest after five seconds; <see langword="null"/> when it does.</summary>
    public async ValueTask<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        Task<string?> asking;
        lock (_gate)
        {
            asking = _asking = _asking is { IsCompleted: false } running ? running : Task.Run(AskAsync, CancellationToken.None);
        }

        try
        {
            return await asking.WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return NoAnswer;
        }
    }

    private async Task<string?> AskAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Read, patience.Token).ConfigureAwait(false);
            await transaction.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (StoreUnavailableException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return NoAnswer;
        }
    }
}
