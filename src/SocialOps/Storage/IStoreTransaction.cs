using SocialOps.Auditing;
using SocialOps.Work;

namespace SocialOps.Storage;

/// <summary>
/// One unit of work of one tenant: all of it is kept or nothing. Reads see the transaction's own writes. Not thread-safe: one caller at a time.
/// A read-only transaction throws <see cref="InvalidOperationException"/> on every writing member. After <see cref="CommitAsync"/> only disposing is allowed;
/// every other member throws <see cref="InvalidOperationException"/>. Once a member has thrown a <see cref="ConcurrencyConflictException"/> or a
/// <see cref="StaleLeaseException"/> the transaction is lost: committing throws it again and keeps nothing.
/// </summary>
public interface IStoreTransaction : IAsyncDisposable
{
    /// <summary>The tenant whose rows this transaction sees and writes.</summary>
    TenantId Tenant { get; }

    /// <summary>The record, or <see langword="null"/>. On a store with row locks, a writing transaction locks it until its end.</summary>
    ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default);

    /// <summary>One page of records in the order of (index value, id), ordinal by UTF-8 bytes.</summary>
    ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default);

    /// <summary>Writes a record as a whole; its new version is <paramref name="expectedVersion"/> + 1.</summary>
    /// <param name="record">The record; its <see cref="StoredRecord.Version"/> is not read.</param>
    /// <param name="expectedVersion">The version that was read; 0 when the record must not exist yet.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ConcurrencyConflictException">The record is at another version.</exception>
    ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a record.</summary>
    /// <exception cref="ConcurrencyConflictException">The record is at another version, or gone.</exception>
    ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Writes a work row, visible to claims after the commit. The one way that something happens later.</summary>
    /// <returns><see langword="false"/> when a row of this kind with this dedupe key exists already, open, done or dead; nothing is written then.</returns>
    ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default);

    /// <summary>One page of the tenant's work rows in the order of (due, id).</summary>
    ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default);

    /// <summary>Ends this claim of a work row.</summary>
    /// <exception cref="StaleLeaseException">The fence is no longer the row's current one, the claim has ended already, or the row is not open; nothing changes.</exception>
    ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default);

    /// <summary>Appends to the tenant's audit events; appended events are never changed.</summary>
    ValueTask AppendAsync(AuditEvent auditEvent, CancellationToken cancellationToken = default);

    /// <summary>One page of the tenant's audit events in the order in which they were appended, or the other way round.</summary>
    ValueTask<PagedResult<AuditEvent>> QueryAuditAsync(AuditQuery query, CancellationToken cancellationToken = default);

    /// <summary>Keeps everything; a read-only transaction merely ends. When it returns, the store's <see cref="IStore.Durability"/> holds for it.</summary>
    /// <exception cref="ConcurrencyConflictException">A concurrent transaction changed one of the records first; nothing of this one is kept.</exception>
    /// <exception cref="StoreUnavailableException">The store could not write.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken = default);
}
