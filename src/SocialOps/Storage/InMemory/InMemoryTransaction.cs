using System.Collections.Immutable;
using SocialOps.Auditing;
using SocialOps.Serialization;
using SocialOps.Work;

namespace SocialOps.Storage.InMemory;

/// <summary>Works on a private state of one tenant; committing puts that state in the place of the one before.</summary>
internal sealed class InMemoryTransaction(InMemoryStore store, TenantId tenant, StoreAccess access) : StoreTransaction(tenant, access)
{
    private TenantRows _rows = store.Read(tenant);

    protected override ValueTask<StoredRecord?> FindCoreAsync(string kind, string id, CancellationToken cancellationToken)
        => new(_rows.Records.GetValueOrDefault(new(kind, id)));

    protected override ValueTask<PagedResult<StoredRecord>> QueryCoreAsync(RecordQuery query, CancellationToken cancellationToken) => new(RecordPage.Of(_rows, query));

    protected override ValueTask PutCoreAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken)
        => Change(() => _rows.Put(record, expectedVersion));

    protected override ValueTask RemoveCoreAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken)
        => Change(() => _rows.Remove(kind, id, expectedVersion));

    protected override ValueTask<bool> ScheduleCoreAsync(WorkDraft work, CancellationToken cancellationToken)
    {
        var before = _rows.Work;
        _rows = _rows with { Work = before.Schedule(Tenant, work) };
        return new(!ReferenceEquals(before, _rows.Work));
    }

    protected override ValueTask<PagedResult<WorkItem>> QueryWorkCoreAsync(WorkQuery query, CancellationToken cancellationToken) => new(WorkPage.Of(_rows.Work, query));

    protected override ValueTask FinishCoreAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken)
        => Change(() => _rows with { Work = _rows.Work.Finish(lease, outcome) });

    protected override ValueTask AppendCoreAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
    {
        var at = StoredInstant.ToInstant(StoredInstant.Floor(auditEvent.At));
        _rows = _rows.Append(auditEvent with { At = at, Detail = SafeText.From(auditEvent.Detail).Value });
        return ValueTask.CompletedTask;
    }

    protected override ValueTask<PagedResult<AuditEvent>> QueryAuditCoreAsync(AuditQuery query, CancellationToken cancellationToken) => new(AuditPage.Of(_rows.Audit, query));

    protected override ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        if (Access == StoreAccess.Write)
        {
            store.Write(Tenant, _rows);
        }

        return ValueTask.CompletedTask;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        if (Access == StoreAccess.Write)
        {
            store.EndWrite();
        }

        return ValueTask.CompletedTask;
    }

    // A refusal belongs into the task, as in the stores that answer later.
    private ValueTask Change(Func<TenantRows> change)
    {
        try
        {
            _rows = change();
            return ValueTask.CompletedTask;
        }
        catch (SocialOpsException e)
        {
            return ValueTask.FromException(e);
        }
    }
}
