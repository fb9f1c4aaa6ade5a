using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>What the agency's policies would do, and what its pool of questions and answers knows. Thread-safe. Every command is one transaction with its audit events.</summary>
public sealed class ResponseService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;

    internal ResponseService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots) => (Tenant, _store, _clock, _snapshots) = (tenant, store, clock, snapshots);

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

    /// <summary>The pool's answers to what somebody asks, the best first (requirement 4.13). Answers whose facts are due for a check (by today in UTC) are passed over.</summary>
    /// <param name="text">What somebody asks.</param>
    /// <param name="limit">The most, at least 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<IReadOnlyList<PoolMatch>> SearchPoolAsync(string text, int limit = 5, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t => (await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false)).Pool.Search(text, _clock.Now().InUtc().Date, limit), cancellationToken);

    /// <summary>A client's items that neither the policy nor the pool could place, oldest first (requirement 4.5).</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<PoolGap>> QueryGapsAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(ResponseRecords.Gaps, new RecordQuery("", 1, $"{client}/", $"{client}0", limit, next), cancellationToken);

    /// <summary>Somebody has dealt with a gap: the pool or the policy knows it now, or nothing is needed.</summary>
    /// <param name="item">The item's id.</param>
    /// <param name="actor">Who.</param>
    /// <param name="reason">What was done, or why nothing is needed.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such gap.</exception>
    /// <exception cref="InvalidTransitionException">It is closed already.</exception>
    public ValueTask<PoolGap> CloseGapAsync(string item, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(ResponseRecords.Gaps, item, cancellationToken).ConfigureAwait(false);
            if (stored.Value.Closing is { } closing)
            {
                throw new InvalidTransitionException($"Gap {item}", $"{closing.By.Id} has dealt with it at {closing.At}: {closing.Reason}");
            }

            var gap = stored.Value with { Closing = new(reason, actor, _clock.Now()) };
            await transaction.PutAsync(ResponseRecords.Gaps, gap, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(gap.Closing.At, actor, "pool.gap-closed", gap.Client.Value, $"{gap.Category} of {gap.At}: {reason}"), cancellationToken).ConfigureAwait(false);
            return gap;
        }, cancellationToken);
    }

    /// <summary>How a saved reply was used, oldest first.</summary>
    /// <param name="reply">The saved reply.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ReplyUse>> QueryUsesAsync(SavedReplyId reply, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(ResponseRecords.Uses, new RecordQuery("", 1, $"{reply}/", $"{reply}0", limit, next), cancellationToken);

    private ValueTask<PagedResult<T>> QueryAsync<T>(RecordKind<T> kind, RecordQuery query, CancellationToken cancellationToken)
        where T : class
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var page = await transaction.QueryAsync(kind, query, cancellationToken).ConfigureAwait(false);
            return new PagedResult<T>([.. page.Items.Select(i => i.Value)], page.Next);
        }, cancellationToken);
}
