using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.KillWorker;

/// <summary>Around the store.</summary>
internal sealed class FailpointStore(IStore store, IWorkQueue queue) : IStore, IWorkQueue
{
    public StoreDurability Durability => store.Durability;

    public async ValueTask OpenAsync(CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("open.before");
        await store.OpenAsync(cancellationToken);
        Failpoint.Hit("open.after");
    }

    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        var transaction = await store.BeginAsync(tenant, access, cancellationToken);
        return access == StoreAccess.Write ? new FailpointTransaction(transaction) : transaction;
    }

    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("claim.before");
        var claim = await queue.ClaimAsync(request, cancellationToken);
        if (claim.Items.Count > 0)
        {
            Failpoint.Hit("claim.after");
        }

        return claim;
    }

    public ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
        => queue.ExtendAsync(tenant, leases, length, cancellationToken);
}
