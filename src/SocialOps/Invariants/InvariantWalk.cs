using System.Runtime.CompilerServices;
using System.Text.Json;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Invariants;

/// <summary>One walk over a tenant: what it read and what it found.</summary>
internal sealed class InvariantWalk(IStoreTransaction transaction, SnapshotCache snapshots, int limit)
{
    private const int PageSize = 500;
    private readonly List<InvariantViolation> _violations = [];
    private readonly Dictionary<string, long> _checked = [];
    private long _found;

    public IStoreTransaction Transaction => transaction;

    public SnapshotCache Snapshots => snapshots;

    public void Add(Invariant invariant, string subjectId, string message)
    {
        _found++;
        if (_violations.Count < limit)
        {
            _violations.Add(new(invariant, subjectId, message));
        }
    }

    public InvariantReport ToReport() => new(_violations, _found, _checked);

    /// <summary>All records of a kind that stand in an index; slot 0 has every one of them.</summary>
    public async IAsyncEnumerable<T> RecordsAsync<T>(RecordKind<T> kind, int slot, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var query = new RecordQuery(kind.Name, slot, Limit: PageSize);
        do
        {
            var page = await transaction.QueryAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var record in page.Items)
            {
                yield return Read(kind, record);
            }

            if (slot == 0)
            {
                Count(kind.Name, page.Items.Count);
            }

            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
    }

    public async IAsyncEnumerable<WorkItem> WorkAsync(WorkState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new WorkQuery(state, Limit: 1000);
        do
        {
            var page = await transaction.QueryWorkAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
            {
                yield return row;
            }

            Count("work", page.Items.Count);
            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
    }

    public async IAsyncEnumerable<AuditEvent> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new AuditQuery(Limit: 1000);
        do
        {
            var page = await transaction.QueryAuditAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var one in page.Items)
            {
                yield return one;
            }

            Count("audit", page.Items.Count);
            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
    }

    /// <summary>The open rows about a subject, the earliest 1,000.</summary>
    public async ValueTask<IReadOnlyList<WorkItem>> OpenRowsAsync(string subjectId, CancellationToken cancellationToken)
        => (await transaction.QueryWorkAsync(new WorkQuery(SubjectId: subjectId, Limit: 1000), cancellationToken).ConfigureAwait(false)).Items;

    public async ValueTask<bool> ExistsAsync<T>(RecordKind<T> kind, string id, CancellationToken cancellationToken)
        where T : class
        => id.Length is > 0 and <= 200 && await transaction.FindAsync(kind.Name, id, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>The latest event of this action about a subject, of the last 50 the latest whose detail begins so, or <see langword="null"/>.</summary>
    public async ValueTask<AuditEvent?> FindEventAsync(string subjectId, string action, CancellationToken cancellationToken, string detail = "")
    {
        var page = await transaction.QueryAuditAsync(new AuditQuery(subjectId, action, detail.Length == 0 ? 1 : 50, Descending: true), cancellationToken).ConfigureAwait(false);
        return page.Items.FirstOrDefault(e => e.Detail.StartsWith(detail, StringComparison.Ordinal));
    }

    private static T Read<T>(RecordKind<T> kind, StoredRecord record)
        where T : class
    {
        try
        {
            return kind.FromRecord(record).Value;
        }
        catch (JsonException e)
        {
            throw new StoreUnavailableException($"{kind.Name} '{record.Id}' cannot be read: {e.Message} Something else than this library wrote it. Restore it from a backup.", e);
        }
    }

    private void Count(string what, long count) => _checked[what] = _checked.GetValueOrDefault(what) + count;
}
