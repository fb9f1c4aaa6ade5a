using SocialOps.Auditing;
using SocialOps.Inbox;
using SocialOps.Privacy;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Recovery;

/// <summary>Does erasures again that a restored backup has undone. Who is meant is found by going over all authors once, because the journal holds no names.</summary>
internal sealed class ErasureReplay(TenantId tenant, IStore store, EngineClock clock, ErasureUnit unit, byte[] key)
{
    private const int PageSize = 500;

    /// <returns>How many erasures were done again.</returns>
    public async ValueTask<int> RunAsync(IReadOnlyList<RecoveryEntry> entries, CancellationToken cancellationToken)
    {
        var again = 0;
        foreach (var erasure in entries.Select(e => e.Subject.Split(' ', 2)).Where(s => s.Length == 2).GroupBy(s => s[0], s => s[1]))
        {
            if (await IsKnownAsync(erasure.Key, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            var handles = await HandlesAsync(erasure.ToHashSet(), cancellationToken).ConfigureAwait(false);
            await new CustomerErasing(tenant, store, clock, unit, erasure.Key, Actor.Engine).RunAsync(handles, cancellationToken).ConfigureAwait(false);
            again++;
        }

        return again;
    }

    private async ValueTask<bool> IsKnownAsync(string erasure, CancellationToken cancellationToken)
        => (await store.ReadAsync(tenant, t => t.QueryAuditAsync(new AuditQuery(erasure, CustomerErasing.Ended, 1), cancellationToken), cancellationToken).ConfigureAwait(false)).Items.Count > 0;

    private async ValueTask<IReadOnlyList<CustomerHandle>> HandlesAsync(HashSet<string> marks, CancellationToken cancellationToken)
    {
        var (handles, last, query) = (new List<CustomerHandle>(), "", new RecordQuery("", 3, Limit: PageSize));
        do
        {
            var page = await store.ReadAsync(tenant, t => t.QueryAsync(InboxRecords.Items, query, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var handle in page.Items.Where(i => i.Value.Author.Length > 0).Select(i => CustomerHandle.Of(i.Value)))
            {
                if (handle.Key != last && marks.Contains(ErasureJournal.MarkOf(key, tenant, handle.Key)))
                {
                    handles.Add(handle);
                }

                last = handle.Key;
            }

            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
        return handles;
    }
}
