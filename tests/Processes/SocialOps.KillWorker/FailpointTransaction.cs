using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.KillWorker;

/// <summary>Around a writing transaction: at its begin, at each write, right before and right after its commit.</summary>
internal sealed class FailpointTransaction(IStoreTransaction inner) : IStoreTransaction
{
    public TenantId Tenant => inner.Tenant;

    public ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) => inner.FindAsync(kind, id, cancellationToken);

    public ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    public ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default) => inner.QueryWorkAsync(query, cancellationToken);

    public ValueTask<PagedResult<AuditEvent>> QueryAuditAsync(AuditQuery query, CancellationToken cancellationToken = default) => inner.QueryAuditAsync(query, cancellationToken);

    public async ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("put.before");
        await inner.PutAsync(record, expectedVersion, cancellationToken);
        Failpoint.Hit("put.after");
    }

    public async ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await inner.RemoveAsync(kind, id, expectedVersion, cancellationToken);
        Failpoint.Hit("remove.after");
    }

    public async ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default)
    {
        if (Bug.Is("forgets the next step") && work.Kind is "case.step" or "case.clock" && Bug.Strikes("forgets the next step", 3))
        {
            return true;
        }

        var isNew = await inner.ScheduleAsync(work, cancellationToken);
        Failpoint.Hit("schedule.after");
        return isNew;
    }

    public async ValueTask AppendAsync(AuditEvent auditEvent, CancellationToken cancellationToken = default)
    {
        await inner.AppendAsync(auditEvent, cancellationToken);
        Failpoint.Hit("append.after");
    }

    public async ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("finish.before");
        await inner.FinishAsync(lease, outcome, cancellationToken);
        Failpoint.Hit("finish.after");
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("commit.before");
        if (!Bug.Strikes("commit keeps nothing", 9))
        {
            await CommitCoreAsync(cancellationToken);
        }

        Failpoint.Hit("commit.after");
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await inner.CommitAsync(cancellationToken);
        }
        catch (StoreUnavailableException) when (Bug.Is("calls a lost commit kept"))
        {
        }
    }
}
