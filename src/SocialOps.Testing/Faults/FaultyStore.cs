using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Testing;

/// <summary>A store whose steps stall, fail, or succeed and say otherwise, as it is told. Without faults it is the store it stands before. As thread-safe as that store and its faults.</summary>
/// <param name="store">The store.</param>
/// <param name="queue">The queue of the same rows.</param>
/// <param name="faults">Decides what goes wrong.</param>
public sealed class FaultyStore(IStore store, IWorkQueue queue, IStoreFaults faults) : IStore, IWorkQueue
{
    /// <inheritdoc />
    public StoreDurability Durability => store.Durability;

    /// <inheritdoc />
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => store.OpenAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        var step = access == StoreAccess.Read ? StoreStep.BeginRead : StoreStep.BeginWrite;
        var fault = await faults.BeforeAsync(step).ConfigureAwait(false);
        if (fault != StoreFault.None)
        {
            throw Lost(step); // a transaction that has begun and is not answered rolls back
        }

        var transaction = await store.BeginAsync(tenant, access, cancellationToken).ConfigureAwait(false);
        await faults.AfterAsync(step).ConfigureAwait(false);
        return access == StoreAccess.Read ? transaction : new FaultyTransaction(transaction, CommitAsync);
    }

    /// <inheritdoc />
    public ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
        => StepAsync(StoreStep.Claim, () => queue.ClaimAsync(request, cancellationToken));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
        => StepAsync(StoreStep.Extend, () => queue.ExtendAsync(tenant, leases, length, cancellationToken));

    private static StoreUnavailableException Lost(StoreStep step) => new($"The connection was lost during '{step}'; whether it was done is unknown.");

    private async ValueTask CommitAsync(Func<ValueTask> commit) => await StepAsync(StoreStep.Commit, async () =>
    {
        await commit().ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false);

    private async ValueTask<T> StepAsync<T>(StoreStep step, Func<ValueTask<T>> act)
    {
        var fault = await faults.BeforeAsync(step).ConfigureAwait(false);
        if (fault == StoreFault.NotDone)
        {
            throw Lost(step);
        }

        var result = await act().ConfigureAwait(false);
        await faults.AfterAsync(step).ConfigureAwait(false);
        return fault == StoreFault.None ? result : throw Lost(step);
    }
}
