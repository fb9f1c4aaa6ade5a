using SocialOps.Storage;

namespace SocialOps.Work;

/// <summary>What is due, what waits for a person, what is done. Thread-safe, read-only.</summary>
public sealed class WorkService
{
    private readonly IStore _store;

    internal WorkService(TenantId tenant, IStore store) => (Tenant, _store) = (tenant, store);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>One page of work rows in the order of (due, id).</summary>
    public ValueTask<PagedResult<WorkItem>> QueryAsync(WorkQuery query, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => t.QueryWorkAsync(query, cancellationToken), cancellationToken);
}
