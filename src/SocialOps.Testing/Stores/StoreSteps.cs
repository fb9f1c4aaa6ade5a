using System.Collections.Immutable;
using System.Text;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Testing.Stores;

/// <summary>What the cases do again and again.</summary>
internal static class StoreSteps
{
    public const string Kind = "case";
    public const string Clock = "case.clock";

    public static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 9, 0);
    public static readonly Duration Lease = Duration.FromSeconds(30);
    public static readonly TenantId A = new("agency-a");
    public static readonly TenantId B = new("agency-b");
    public static readonly IReadOnlyDictionary<string, int> Kinds = ImmutableDictionary<string, int>.Empty.Add(Clock, 1);

    public static StoredRecord Record(string id, string? slot1 = null, string body = "{}", string kind = Kind)
        => new(kind, id, 0, 1, new(slot1), Encoding.UTF8.GetBytes(body));

    public static WorkDraft Draft(
        string key, Instant? dueAt = null, WorkClass queue = WorkClass.Normal, string kind = Clock, string subject = "case-1", int version = 1, string payload = """{"n":1}""")
        => new(kind, subject, queue, dueAt ?? Now, key, Encoding.UTF8.GetBytes(payload), version);

    public static AuditEvent Event(string action = "case.opened", string subject = "case-1", string detail = "It was opened.")
        => new(Now, Actor.Person("lena", "portal"), action, subject, detail);

    public static ClaimRequest Request(int limit = 10, WorkClass? queue = null, Instant? now = null, IReadOnlyDictionary<string, int>? kinds = null)
        => new("worker-1", now ?? Now, Lease, limit, queue, kinds ?? Kinds);

    public static async Task WriteAsync(this StoreFixture fixture, TenantId tenant, Func<IStoreTransaction, Task> write)
    {
        var transaction = await fixture.Store.BeginAsync(tenant, StoreAccess.Write).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await write(transaction).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
        }
    }

    public static async Task<T> ReadAsync<T>(this StoreFixture fixture, TenantId tenant, Func<IStoreTransaction, ValueTask<T>> read)
    {
        var transaction = await fixture.Store.BeginAsync(tenant, StoreAccess.Read).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await read(transaction).ConfigureAwait(false);
        }
    }

    public static Task PutAsync(this StoreFixture fixture, TenantId tenant, params StoredRecord[] records) => fixture.WriteAsync(tenant, async transaction =>
    {
        foreach (var record in records)
        {
            await transaction.PutAsync(record, 0).ConfigureAwait(false);
        }
    });

    public static Task PutAsync(this StoreFixture fixture, TenantId tenant, StoredRecord record, long expectedVersion)
        => fixture.WriteAsync(tenant, transaction => transaction.PutAsync(record, expectedVersion).AsTask());

    public static Task ScheduleAsync(this StoreFixture fixture, TenantId tenant, params WorkDraft[] drafts) => fixture.WriteAsync(tenant, async transaction =>
    {
        foreach (var draft in drafts)
        {
            await transaction.ScheduleAsync(draft).ConfigureAwait(false);
        }
    });

    public static async Task<bool> TryScheduleAsync(this StoreFixture fixture, TenantId tenant, WorkDraft draft)
    {
        var written = false;
        await fixture.WriteAsync(tenant, async transaction => written = await transaction.ScheduleAsync(draft).ConfigureAwait(false)).ConfigureAwait(false);
        return written;
    }

    public static Task FinishAsync(this StoreFixture fixture, WorkItem item, WorkOutcome outcome)
        => fixture.WriteAsync(item.Tenant, transaction => transaction.FinishAsync(item.Lease, outcome).AsTask());

    public static Task<StoredRecord?> FindAsync(this StoreFixture fixture, TenantId tenant, string id, string kind = Kind)
        => fixture.ReadAsync(tenant, transaction => transaction.FindAsync(kind, id));

    public static async Task<StoredRecord> GetAsync(this StoreFixture fixture, TenantId tenant, string id)
        => await fixture.FindAsync(tenant, id).ConfigureAwait(false) ?? throw new ConformanceException($"The committed record '{id}' is not found");

    public static async Task<IReadOnlyList<string>> IdsAsync(this StoreFixture fixture, TenantId tenant, RecordQuery query)
        => [.. (await fixture.ReadAsync(tenant, transaction => transaction.QueryAsync(query)).ConfigureAwait(false)).Items.Select(r => r.Id)];

    public static async Task<IReadOnlyList<WorkItem>> WorkAsync(this StoreFixture fixture, TenantId tenant, WorkQuery? query = null)
        => (await fixture.ReadAsync(tenant, transaction => transaction.QueryWorkAsync(query ?? new(State: null, Limit: 1_000))).ConfigureAwait(false)).Items;

    public static async Task<IReadOnlyList<AuditEvent>> AuditAsync(this StoreFixture fixture, TenantId tenant, AuditQuery? query = null)
        => (await fixture.ReadAsync(tenant, transaction => transaction.QueryAuditAsync(query ?? new(Limit: 1_000))).ConfigureAwait(false)).Items;

    public static async Task<IReadOnlyList<WorkItem>> ClaimAsync(this StoreFixture fixture, ClaimRequest? request = null)
        => (await fixture.Queue.ClaimAsync(request ?? Request()).ConfigureAwait(false)).Items;

    /// <summary>Schedules one row and claims it.</summary>
    public static async Task<WorkItem> ClaimOneAsync(this StoreFixture fixture, string key = "key-1")
    {
        await fixture.ScheduleAsync(A, Draft(key)).ConfigureAwait(false);
        var claimed = await fixture.ClaimAsync().ConfigureAwait(false);
        Expect.Equal(1, claimed.Count, "One due row is claimed");
        return claimed[0];
    }

    /// <summary>All items, page by page.</summary>
    public static async Task<IReadOnlyList<T>> PagesAsync<T>(Func<string?, Task<PagedResult<T>>> query, int limit)
    {
        var all = new List<T>();
        string? next = null;
        do
        {
            var page = await query(next).ConfigureAwait(false);
            Expect.That(page.Items.Count <= limit, $"A page has at most {limit} items, this one has {page.Items.Count}.");
            Expect.That(page.Next is null || page.Items.Count > 0, "A page without items is the last one.");
            all.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null && all.Count < 10_000);

        return all;
    }
}
