using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>What the agency's policies do, and would do. Thread-safe.</summary>
public sealed class ResponseService
{
    private readonly IStore _store;
    private readonly SnapshotCache _snapshots;

    internal ResponseService(TenantId tenant, IStore store, SnapshotCache snapshots) => (Tenant, _store, _snapshots) = (tenant, store, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>What another policy would have done otherwise with a client's items than the one that holds now (requirement 4.18). Nothing is written.</summary>
    /// <param name="client">The client.</param>
    /// <param name="candidate">The policy to try; it has to be valid as part of the agency's definitions.</param>
    /// <param name="limit">How many items a page looks at, in the order of their arrival, 1 to 1,000; the page holds those of them with another outcome.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    public ValueTask<PagedResult<ChangedOutcome>> SimulateAsync(ClientId client, ResponsePolicyDefinition candidate, int limit = 1000, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return _store.ReadAsync(Tenant, async transaction =>
        {
            var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
            var definition = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
            var before = agency.GetPolicy(definition.Agreement.Policy);
            var page = await transaction.QueryAsync(InboxRecords.Items, new RecordQuery("", 2, $"{client}/", $"{client}0", limit, next), cancellationToken).ConfigureAwait(false);
            var items = page.Items.Select(stored => new SimulatedItem(stored.Value.Id, stored.Value.Text, stored.Value.FactsForPolicy()));
            return new PagedResult<ChangedOutcome>([.. PolicySimulation.Compare(before, before.Another(candidate), items)], page.Next);
        }, cancellationToken);
    }
}
