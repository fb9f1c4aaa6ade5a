using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Engine;

#pragma warning disable CA1001 // The transaction that is open is its process's own, or is rolled back when that dies.
/// <summary>A process's way to the one store: keeps the ledger, and ends what the process leaves open when it dies.</summary>
internal sealed class TrackedStore(History history, Process owner) : IStore, IWorkQueue
{
    private TrackedTransaction? _open;

    public StoreDurability Durability => StoreDurability.None;

    private Ledger Ledger => history.Ledger;

    private Process Owner => owner;

    private void See(Commit commit) => history.See(commit);

    private void Log(string what) => history.Log(owner.Name, what);

    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        var transaction = await history.Store.BeginAsync(tenant, access, cancellationToken).ConfigureAwait(false);
        if (access == StoreAccess.Read)
        {
            return transaction;
        }

        Ledger.Writer = owner;
        return _open = new(this, transaction);
    }

    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        var result = await history.Queue.ClaimAsync(request with { Limit = 4 }, cancellationToken).ConfigureAwait(false);
        owner.AskedInVain = result.Items.Count == 0 ? (history.Time.Now, Ledger.Commits) : null;
        foreach (var row in result.Items)
        {
            Ledger.Claimed(request, row);
            Log($"got {row.Kind} {row.SubjectId} (row {row.Id}, fence {row.Fence})");
        }

        return result;
    }

    public ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
        => history.Queue.ExtendAsync(tenant, leases, length, cancellationToken);

    public void RollBack()
    {
        _open?.End();
    }

    private sealed class TrackedTransaction(TrackedStore store, IStoreTransaction inner) : IStoreTransaction
    {
        private readonly List<(WorkLease, WorkOutcome)> _finished = [];
        private readonly List<StoredRecord> _records = [];
        private readonly List<AuditEvent> _events = [];

        public TenantId Tenant => inner.Tenant;

        public ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) => inner.FindAsync(kind, id, cancellationToken);

        public ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

        public ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default)
        {
            _records.Add(record);
            return inner.PutAsync(record, expectedVersion, cancellationToken);
        }

        public ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default) => inner.RemoveAsync(kind, id, expectedVersion, cancellationToken);

        public ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default) => inner.ScheduleAsync(work, cancellationToken);

        public ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default) => inner.QueryWorkAsync(query, cancellationToken);

        public async ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default)
        {
            await inner.FinishAsync(lease, outcome, cancellationToken).ConfigureAwait(false);
            _finished.Add((lease, outcome));
        }

        public ValueTask AppendAsync(AuditEvent auditEvent, CancellationToken cancellationToken = default)
        {
            store.Log($"  {auditEvent.Action} {auditEvent.SubjectId}: {auditEvent.Detail}");
            _events.Add(auditEvent);
            return inner.AppendAsync(auditEvent, cancellationToken);
        }

        public ValueTask<PagedResult<AuditEvent>> QueryAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => inner.QueryAuditAsync(query, cancellationToken);

        public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
        {
            await inner.CommitAsync(cancellationToken).ConfigureAwait(false);
            store.Ledger.Committed(_finished);
            store.See(new(store.Owner, _records, _events));
            End(); // others may write, though this process does not know yet that it is kept
        }

        public ValueTask DisposeAsync()
        {
            End();
            return ValueTask.CompletedTask;
        }

        public void End()
        {
            if (store._open == this)
            {
                store._open = null;
                store.Ledger.Writer = null;
                inner.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
    }
}
