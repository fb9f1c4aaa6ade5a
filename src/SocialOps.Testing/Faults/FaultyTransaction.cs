using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Testing;

/// <summary>A writing transaction whose commit is in others' hands.</summary>
internal sealed class FaultyTransaction(IStoreTransaction inner, Func<Func<ValueTask>, ValueTask> commit) : IStoreTransaction
{
    public TenantId Tenant => inner.Tenant;

    public ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) => inner.FindAsync(kind, id, cancellationToken);

    public ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    public ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default) => inner.PutAsync(record, expectedVersion, cancellationToken);

    public ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default) => inner.RemoveAsync(kind, id, expectedVersion, cancellationToken);

    public ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default) => inner.ScheduleAsync(work, cancellationToken);

    public ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default) => inner.QueryWorkAsync(query, cancellationToken);

    public ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default) => inner.FinishAsync(lease, outcome, cancellationToken);

    public ValueTask AppendAsync(AuditEvent auditEvent, CancellationToken cancellationToken = default) => inner.AppendAsync(auditEvent, cancellationToken);

    public ValueTask<PagedResult<AuditEvent>> QueryAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => inner.QueryAuditAsync(query, cancellationToken);

    public ValueTask CommitAsync(CancellationToken cancellationToken = default) => commit(() => inner.CommitAsync(cancellationToken));

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
