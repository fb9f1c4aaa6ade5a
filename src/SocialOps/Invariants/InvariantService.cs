using SocialOps.Definitions;
using SocialOps.Storage;

namespace SocialOps.Invariants;

/// <summary>Checks that what must always hold does hold. It only reads. Thread-safe.</summary>
public sealed class InvariantService
{
    private static readonly IInvariantCheck[] Checks = [new DeliveryCheck(), new ItemCheck(), new CaseCheck(), new PublicationCheck(), new IncidentCheck(), new NoticeCheck(), new WorkCheck(), new AuditCheck()];

    private readonly IStore _store;
    private readonly SnapshotCache _snapshots;

    internal InvariantService(TenantId tenant, IStore store, SnapshotCache snapshots) => (Tenant, _store, _snapshots) = (tenant, store, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>
    /// Reads the tenant's rows once, page by page, in one read-only transaction: one consistent state, and beside it everything goes on. It keeps a page and the
    /// violations in memory, nothing else. On the in-memory store it takes time in proportion to the square of the rows.
    /// </summary>
    /// <param name="limit">The most violations that the report lists, 1 to 10,000; all are counted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of its bounds.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached, or a record cannot be read.</exception>
    public async ValueTask<InvariantReport> CheckAsync(int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        return await _store.ReadAsync(Tenant, WalkAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<InvariantReport> WalkAsync(IStoreTransaction transaction)
        {
            var walk = new InvariantWalk(transaction, _snapshots, limit);
            foreach (var check in Checks)
            {
                await check.RunAsync(walk, cancellationToken).ConfigureAwait(false);
            }

            return walk.ToReport();
        }
    }
}
