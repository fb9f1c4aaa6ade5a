using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;
using SocialOps.Testing.Stores;
using SocialOps.Work;

namespace SocialOps.Tests.Storage;

/// <summary>A sound store with a hook at every member, through which a test plants one bug.</summary>
internal sealed class BreakableStore : StoreFixture, IStore, IWorkQueue
{
    private readonly FakeTime _time = new();
    private InMemoryStore _inner;

    public BreakableStore() => _inner = new(_time);

    public Func<TenantId, StoreAccess, (TenantId, StoreAccess)> OnBegin { get; set; } = (tenant, access) => (tenant, access);

    public Func<IStoreTransaction, IStoreTransaction> OnBegun { get; set; } = t => t;

    public Func<IStoreTransaction, RecordQuery, ValueTask<PagedResult<StoredRecord>>> OnQuery { get; set; } = (t, query) => t.QueryAsync(query);

    public Func<IStoreTransaction, StoredRecord, long, ValueTask> OnPut { get; set; } = (t, record, version) => t.PutAsync(record, version);

    public Func<IStoreTransaction, string, string, long, ValueTask> OnRemove { get; set; } = (t, kind, id, version) => t.RemoveAsync(kind, id, version);

    public Func<IStoreTransaction, WorkDraft, ValueTask<bool>> OnSchedule { get; set; } = (t, work) => t.ScheduleAsync(work);

    public Func<IStoreTransaction, WorkQuery, ValueTask<PagedResult<WorkItem>>> OnQueryWork { get; set; } = (t, query) => t.QueryWorkAsync(query);

    public Func<IStoreTransaction, WorkLease, WorkOutcome, ValueTask> OnFinish { get; set; } = (t, lease, outcome) => t.FinishAsync(lease, outcome);

    public Func<IStoreTransaction, AuditQuery, ValueTask<PagedResult<AuditEvent>>> OnQueryAudit { get; set; } = (t, query) => t.QueryAuditAsync(query);

    public Func<IStoreTransaction, ValueTask> OnDispose { get; set; } = t => t.DisposeAsync();

    public Func<IWorkQueue, ClaimRequest, ValueTask<ClaimResult>> OnClaim { get; set; } = (queue, request) => queue.ClaimAsync(request);

    public Func<IWorkQueue, TenantId, IReadOnlyCollection<WorkLease>, Duration, ValueTask<IReadOnlyList<WorkLease>>> OnExtend { get; set; } =
        (queue, tenant, leases, length) => queue.ExtendAsync(tenant, leases, length);

    public StoreDurability Durability { get; set; }

    public override IStore Store => this;

    public override IWorkQueue Queue => this;

    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public async ValueTask<IStoreTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken = default)
    {
        (tenant, access) = OnBegin(tenant, access);
        return OnBegun(new BreakableTransaction(this, await _inner.BeginAsync(tenant, access, cancellationToken)));
    }

    public ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) => OnClaim(_inner, request);

    public ValueTask<IReadOnlyList<WorkLease>> ExtendAsync(TenantId tenant, IReadOnlyCollection<WorkLease> leases, Duration length, CancellationToken cancellationToken = default)
        => OnExtend(_inner, tenant, leases, length);

    public override ValueTask PassLeaseTimeAsync(Duration length)
    {
        _time.Advance(length);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<bool> ReopenAsync()
    {
        _inner = new(_time);
        return new(Durability == StoreDurability.PowerLoss);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class BreakableTransaction(BreakableStore store, IStoreTransaction inner) : IStoreTransaction
    {
        public TenantId Tenant => inner.Tenant;

        public ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) => inner.FindAsync(kind, id, cancellationToken);

        public ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default) => store.OnQuery(inner, query);

        public ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default) => store.OnPut(inner, record, expectedVersion);

        public ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default) => store.OnRemove(inner, kind, id, expectedVersion);

        public ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default) => store.OnSchedule(inner, work);

        public ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default) => store.OnQueryWork(inner, query);

        public ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default) => store.OnFinish(inner, lease, outcome);

        public ValueTask AppendAsync(AuditEvent auditEvent, CancellationToken cancellationToken = default) => inner.AppendAsync(auditEvent, cancellationToken);

        public ValueTask<PagedResult<AuditEvent>> QueryAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => store.OnQueryAudit(inner, query);

        public ValueTask CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

        public ValueTask DisposeAsync() => store.OnDispose(inner);
    }
}
