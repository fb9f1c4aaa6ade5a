using System.Text;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Sqlite.Tests;

/// <summary>What the tests do with a store, in one line each.</summary>
internal static class StoreUse
{
    public static StoredRecord Record(string id, int bytes = 2) => new("case", id, 0, 1, default, Encoding.UTF8.GetBytes(new string('x', bytes)));

    public static WorkDraft Draft(string key, Instant dueAt) => new("case.clock", "case-1", WorkClass.Normal, dueAt, key, "{}"u8.ToArray());

    public static ClaimRequest Request(Instant now, int limit = 10)
        => new("worker-1", now, Duration.FromSeconds(30), limit, null, new Dictionary<string, int> { ["case.clock"] = 1 });

    public static async Task PutAsync(this IStore store, params string[] ids)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        foreach (var id in ids)
        {
            await transaction.PutAsync(Record(id), 0);
        }

        await transaction.CommitAsync();
    }

    public static async Task ScheduleAsync(this IStore store, WorkDraft draft)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await transaction.ScheduleAsync(draft);
        await transaction.CommitAsync();
    }

    public static async Task<IReadOnlyList<string>> IdsAsync(this IStore store)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Read);
        return [.. (await transaction.QueryAsync(new("case", Limit: 1_000))).Items.Select(r => r.Id)];
    }

    /// <summary>The answer to a statement, through the door for the host's own rows.</summary>
    public static async Task<string?> SqlAsync(this SqliteStore store, string sql, StoreAccess access = StoreAccess.Read)
    {
        await using var transaction = (ISqliteStoreTransaction)await store.BeginAsync(TenantId.Default, access);
        var answer = transaction.Sql(sql);
        await transaction.CommitAsync();
        return answer;
    }

    public static string? Sql(this ISqliteStoreTransaction transaction, string sql)
    {
        using var command = transaction.Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answer = reader.Read() ? Convert.ToString(reader.GetValue(0)) : null;
        while (reader.Read())
        {
        }

        return answer;
    }
}
