using System.Runtime.ExceptionServices;
using SocialOps.Auditing;
using SocialOps.Work;

namespace SocialOps.Storage;

/// <summary>
/// The part of a transaction that is the same in every store: it checks arguments and access, and it remembers that the transaction is lost or over.
/// A store derives from it and does the reading and writing. Not thread-safe: one caller at a time.
/// </summary>
/// <param name="tenant">The transaction's tenant, checked by the store before.</param>
/// <param name="access">What the transaction may do.</param>
public abstract class StoreTransaction(TenantId tenant, StoreAccess access) : IStoreTransaction
{
    private ExceptionDispatchInfo? _lost;
    private bool _ended;
    private bool _disposed;

    /// <inheritdoc />
    public TenantId Tenant => tenant;

    /// <summary>What the transaction may do.</summary>
    protected StoreAccess Access => access;

    /// <inheritdoc />
    public ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default)
    {
        Reading(cancellationToken);
        StoreArguments.CheckKey(kind, id);
        return FindCoreAsync(kind, id, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default)
    {
        Reading(cancellationToken);
        StoreArguments.Check(query);
        return QueryCoreAsync(query, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Writing(cancellationToken);
        StoreArguments.Check(record, expectedVersion);
        return WatchAsync(PutCoreAsync(record, expectedVersion, cancellationToken));
    }

    /// <inheritdoc />
    public ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Writing(cancellationToken);
        StoreArguments.CheckKey(kind, id);
        return WatchAsync(RemoveCoreAsync(kind, id, expectedVersion, cancellationToken));
    }

    /// <inheritdoc />
    public ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default)
    {
        Writing(cancellationToken);
        StoreArguments.Check(work);
        return ScheduleCoreAsync(work, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default)
    {
        Reading(cancellationToken);
        StoreArguments.Check(query);
        return QueryWorkCoreAsync(query, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default)
    {
        Writing(cancellationToken);
        ArgumentNullException.ThrowIfNull(outcome);
        return WatchAsync(FinishCoreAsync(lease, outcome, cancellationToken));
    }

    /// <inheritdoc />
    public ValueTask AppendAsync(AuditEvent auditEvent, CancellationToken cancellationToken = default)
    {
        Writing(cancellationToken);
        StoreArguments.Check(auditEvent);
        return AppendCoreAsync(auditEvent, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<PagedResult<AuditEvent>> QueryAuditAsync(AuditQuery query, CancellationToken cancellationToken = default)
    {
        Reading(cancellationToken);
        StoreArguments.Check(query);
        return QueryAuditCoreAsync(query, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        Reading(cancellationToken);
        _lost?.Throw();
        _ended = true;
        return CommitCoreAsync(cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var first = !_disposed;
        (_ended, _disposed) = (true, true);
        return first ? DisposeCoreAsync() : ValueTask.CompletedTask;
    }

    /// <inheritdoc cref="FindAsync" />
    protected abstract ValueTask<StoredRecord?> FindCoreAsync(string kind, string id, CancellationToken cancellationToken);

    /// <inheritdoc cref="QueryAsync" />
    protected abstract ValueTask<PagedResult<StoredRecord>> QueryCoreAsync(RecordQuery query, CancellationToken cancellationToken);

    /// <inheritdoc cref="PutAsync" />
    protected abstract ValueTask PutCoreAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken);

    /// <inheritdoc cref="RemoveAsync" />
    protected abstract ValueTask RemoveCoreAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken);

    /// <inheritdoc cref="ScheduleAsync" />
    protected abstract ValueTask<bool> ScheduleCoreAsync(WorkDraft work, CancellationToken cancellationToken);

    /// <inheritdoc cref="QueryWorkAsync" />
    protected abstract ValueTask<PagedResult<WorkItem>> QueryWorkCoreAsync(WorkQuery query, CancellationToken cancellationToken);

    /// <inheritdoc cref="FinishAsync" />
    protected abstract ValueTask FinishCoreAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken);

    /// <inheritdoc cref="AppendAsync" />
    protected abstract ValueTask AppendCoreAsync(AuditEvent auditEvent, CancellationToken cancellationToken);

    /// <inheritdoc cref="QueryAuditAsync" />
    protected abstract ValueTask<PagedResult<AuditEvent>> QueryAuditCoreAsync(AuditQuery query, CancellationToken cancellationToken);

    /// <inheritdoc cref="CommitAsync" />
    protected abstract ValueTask CommitCoreAsync(CancellationToken cancellationToken);

    /// <summary>Gives back what the transaction holds; rolls back unless it was committed. Called once.</summary>
    protected abstract ValueTask DisposeCoreAsync();

    private void Reading(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_ended)
        {
            throw new InvalidOperationException("The transaction is committed; only disposing is left. Begin another one.");
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Writing(CancellationToken cancellationToken)
    {
        Reading(cancellationToken);
        if (access != StoreAccess.Write)
        {
            throw new InvalidOperationException("The transaction was begun to read. Begin it with StoreAccess.Write.");
        }
    }

    private async ValueTask WatchAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConcurrencyConflictException or StaleLeaseException)
        {
            _lost ??= ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
