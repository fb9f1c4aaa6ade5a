using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.PostgreSql.Tests;

/// <summary>What the tests do with a store, in one line each.</summary>
internal static class StoreUse
{
    public static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 9, 0);

    public static StoredRecord Record(string id) => new("case", id, 0, 1, default, "{}"u8.ToArray());

    public static WorkDraft Draft(string key) => new("case.clock", "case-1", WorkClass.Normal, Now, key, "{}"u8.ToArray());

    public static AuditEvent Event(string subject) => new(Now, Actor.Person("lena", "portal"), "case.opened", subject, "It was opened.");

    public static ClaimRequest Request(int limit = 10) => new("worker-1", Now, Duration.FromSeconds(30), limit, null, new Dictionary<string, int> { ["case.clock"] = 1 });

    public static async Task WriteAsync(this IStore store, Func<IPostgreSqlStoreTransaction, Task> write)
    {
        await using var transaction = (IPostgreSqlStoreTransaction)await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await write(transaction);
        await transaction.CommitAsync();
    }

    public static Task PutAsync(this IStore store, params string[] ids) => store.WriteAsync(async transaction =>
    {
        foreach (var id in ids)
        {
            await transaction.PutAsync(Record(id), 0);
        }
    });

    public static async Task<IReadOnlyList<string>> IdsAsync(this IStore store)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Read);
        return [.. (await transaction.QueryAsync(new("case", Limit: 1_000))).Items.Select(r => r.Id)];
    }

    public static async Task<IReadOnlyList<AuditEvent>> AuditAsync(this IStore store)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Read);
        return (await transaction.QueryAuditAsync(new(Limit: 1_000))).Items;
    }

    /// <summary>What a statement answers on one of the store's connections.</summary>
    public static async Task<string> SqlAsync(this IStore store, string sql, StoreAccess access = StoreAccess.Read)
    {
        await using var transaction = (IPostgreSqlStoreTransaction)await store.BeginAsync(TenantId.Default, access);
        var answer = await transaction.Connection.SqlAsync(sql);
        await transaction.CommitAsync();
        return answer;
    }

    public static async Task<string> RefusalAsync(Func<Task> act) => (await act.Should().ThrowAsync<StoreUnavailableException>()).Which.Message;
}
