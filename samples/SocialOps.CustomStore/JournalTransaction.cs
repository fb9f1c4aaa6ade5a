using SocialOps.Auditing;
using SocialOps.Serialization;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.CustomStore;

/// <summary>Works on a private state of one tenant and notes every change; committing journals the changes and puts the state in the place of the one before.</summary>
internal sealed class JournalTransaction(JournalStore store, TenantId tenant, StoreAccess access) : StoreTransaction(tenant, access)
{
    private readonly List<Change> _changes = [];
    private TenantRows _rows = store.Read(tenant);

    protected override ValueTask<StoredRecord?> FindCoreAsync(string kind, string id, CancellationToken cancellationToken) => new(_rows.Records.GetValueOrDefault(new(kind, id)));

    protected override ValueTask<PagedResult<StoredRecord>> QueryCoreAsync(RecordQuery query, CancellationToken cancellationToken) => new(Pages.Of(_rows.Records.Values, query));

    // snippet: store-put
    protected override ValueTask PutCoreAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken)
        => VersionOf(record.Kind, record.Id) == expectedVersion
            ? Apply(new Change.Put(Tenant, record with { Version = expectedVersion + 1, Body = record.Body.ToArray() }))
            : ValueTask.FromException(new ConcurrencyConflictException(record.Kind, record.Id, expectedVersion));
    // end snippet

    protected override ValueTask RemoveCoreAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken)
        => expectedVersion > 0 && VersionOf(kind, id) == expectedVersion
            ? Apply(new Change.Removed(Tenant, new(kind, id)))
            : ValueTask.FromException(new ConcurrencyConflictException(kind, id, expectedVersion));

    protected override async ValueTask<bool> ScheduleCoreAsync(WorkDraft work, CancellationToken cancellationToken)
    {
        if (_rows.Keys.Contains((work.Kind, work.DedupeKey)))
        {
            return false;
        }

        var (id, dueAt) = (_rows.Work.Count + 1, StoredInstant.ToInstant(StoredInstant.Ceiling(work.DueAt)));
        var item = new WorkItem(Tenant, id, work.Kind, work.SubjectId, work.Class, dueAt, WorkState.Open, 0, 0, work.DedupeKey, work.Payload.ToArray(), work.PayloadVersion, null);
        await Apply(new Change.Worked(Tenant, item, null)).ConfigureAwait(false);
        return true;
    }

    protected override ValueTask<PagedResult<WorkItem>> QueryWorkCoreAsync(WorkQuery query, CancellationToken cancellationToken) => new(Pages.Of(_rows.Work.Values.Select(w => w.Item), query));

    protected override ValueTask FinishCoreAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken)
        => _rows.FindCurrent(lease) is { Item: var item }
            ? Apply(new Change.Worked(Tenant, outcome switch
            {
                WorkOutcome.Ended ended => item with { State = WorkState.Done, Payload = default, LastError = Text(ended.SupersededBy) },
                WorkOutcome.RetryAt retry => item with { DueAt = StoredInstant.ToInstant(StoredInstant.Ceiling(retry.DueAt)), LastError = Text(retry.Error) },
                WorkOutcome.Dead dead => item with { State = WorkState.Dead, LastError = Text(dead.Error) },
                _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
            }, null))
            : ValueTask.FromException(new StaleLeaseException(lease.WorkId, lease.Fence));

    protected override ValueTask AppendCoreAsync(AuditEvent auditEvent, CancellationToken cancellationToken)
    {
        var at = StoredInstant.ToInstant(StoredInstant.Floor(auditEvent.At));
        return Apply(new Change.Appended(Tenant, auditEvent with { At = at, Detail = Text(auditEvent.Detail)!, Sequence = _rows.Events.Count + 1 }));
    }

    protected override ValueTask<PagedResult<AuditEvent>> QueryAuditCoreAsync(AuditQuery query, CancellationToken cancellationToken) => new(Pages.Of(_rows.Events, query));

    protected override ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        if (_changes.Count > 0)
        {
            store.Write(_changes);
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

    private static string? Text(string? text) => text is null ? null : SafeText.From(text).Value;

    private long VersionOf(string kind, string id) => _rows.Records.GetValueOrDefault(new(kind, id))?.Version ?? 0;

    private ValueTask Apply(Change change)
    {
        _rows = _rows.With(change);
        _changes.Add(change);
        return ValueTask.CompletedTask;
    }
}
