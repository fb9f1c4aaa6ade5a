using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Reporting;

/// <summary>What is due, what fails, what waits for a person. It only reads. Thread-safe.</summary>
public sealed class BacklogService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;

    internal BacklogService(TenantId tenant, IStore store, EngineClock clock) => (Tenant, _store, _clock) = (tenant, store, clock);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Counts everything that is unfinished, in one read-only transaction, page by page, and keeps the oldest of each kind.</summary>
    /// <param name="oldest">How many of each kind to list, 0 to 1,000.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its bounds.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<Backlog> ReadAsync(int oldest = 10, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldest, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldest, 1000);
        var count = new BacklogCount(_clock.Now(), oldest);
        return await _store.ReadAsync(Tenant, CountAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<Backlog> CountAsync(IStoreTransaction transaction)
        {
            foreach (var state in (WorkState[])[WorkState.Open, WorkState.Dead])
            {
                await EachAsync(next => transaction.QueryWorkAsync(new WorkQuery(state, Limit: 1000, Continue: next), cancellationToken), count.Add).ConfigureAwait(false);
            }

            await EachAsync(next => transaction.QueryAsync(InboxRecords.Raw, Unfinished(next), cancellationToken), r => count.Add(r.Value)).ConfigureAwait(false);
            await EachAsync(next => transaction.QueryAsync(PublicationRecords.Publications, Unfinished(next), cancellationToken), p => count.Add(p.Value)).ConfigureAwait(false);
            await EachAsync(next => transaction.QueryAsync(InboxRecords.Cases, Unfinished(next), cancellationToken), c => count.Add(c.Value)).ConfigureAwait(false);
            await EachAsync(next => transaction.QueryAsync(IncidentRecords.Incidents, Unfinished(next), cancellationToken), i => count.Add(i.Value)).ConfigureAwait(false);
            return count.ToBacklog();
        }
    }

    /// <summary>Each kind's first index has what is unfinished, by age.</summary>
    private static RecordQuery Unfinished(string? next) => new("", 1, Limit: 200, Continue: next);

    private static async ValueTask EachAsync<T>(Func<string?, ValueTask<PagedResult<T>>> query, Action<T> each)
    {
        string? next = null;
        do
        {
            var page = await query(next).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                each(item);
            }

            next = page.Next;
        }
        while (next is not null);
    }
}
