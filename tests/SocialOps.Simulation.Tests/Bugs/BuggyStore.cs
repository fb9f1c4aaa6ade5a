using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Bugs;

/// <summary>A store with a hook at every member, through which one bug is planted between the processes and the sound store.</summary>
internal class BuggyStore(IStore store, IWorkQueue queue) : IStore, IWorkQueue
{
    public StoreDurability Durability => store.Durability;

    protected IStore Sound => store;

    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => store.OpenAsync(cancellationToken);

    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
        => new BuggyTransaction(this, await store.BeginAsync(tenant, access, cancellationToken));

    public virtual ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) => queue.ClaimAsync(request, cancellationToken);

    public ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
        => queue.ExtendAsync(tenant, leases, length, cancellationToken);

    protected virtual ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id) => transaction.FindAsync(kind, id);

    protected virtual ValueTask PutAsync(IStoreTransaction transaction, StoredRecord record, long expectedVersion) => transaction.PutAsync(record, expectedVersion);

    protected virtual ValueTask<bool> ScheduleAsync(IStoreTransaction transaction, WorkDraft work) => transaction.ScheduleAsync(work);

    protected virtual ValueTask FinishAsync(IStoreTransaction transaction, WorkLease lease, WorkOutcome outcome) => transaction.FinishAsync(lease, outcome);

    protected virtual ValueTask CommitAsync(IStoreTransaction transaction) => transaction.CommitAsync();

    private sealed class BuggyTransaction(BuggyStore store, IStoreTransaction inner) : IStoreTransaction
    {
        public TenantId Tenant => inner.Tenant;

        public ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) => store.FindAsync(inner, kind, id);

        public ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

        public ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default) => store.PutAsync(inner, record, expectedVersion);

        public ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default) => inner.RemoveAsync(kind, id, expectedVersion, cancellationToken);

        public ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default) => store.ScheduleAsync(inner, work);

        public ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default) => inner.QueryWorkAsync(query, cancellationToken);

        public ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default) => store.FinishAsync(inner, lease, outcome);

        public ValueTask AppendAsync(AuditEvent auditEvent, CancellationToken cancellationToken = default) => inner.AppendAsync(auditEvent, cancellationToken);

        public ValueTask<PagedResult<AuditEvent>> QueryAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => inner.QueryAuditAsync(query, cancellationToken);

        public ValueTask CommitAsync(CancellationToken cancellationToken = default) => store.CommitAsync(inner);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
