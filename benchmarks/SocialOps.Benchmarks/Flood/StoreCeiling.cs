using System.Diagnostics;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Benchmarks.Flood;

/// <summary>What the store alone allows: the same kinds of rows, written and claimed without the library above it.</summary>
internal static class StoreCeiling
{
    private static readonly Instant Due = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Dictionary<string, int> Kinds = new() { ["ceiling"] = 1 };

    /// <summary>Transactions a second of one record each.</summary>
    public static async Task<double> SingleCommitsAsync(IStore store, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
            await transaction.PutAsync(Record($"single-{i}"), 0);
            await transaction.CommitAsync();
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Items a second, a hundred a transaction: three records, two work rows and two audit events each, about what an item becomes.</summary>
    public static async Task<double> BatchesAsync(IStore store, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count;)
        {
            await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
            for (var end = Math.Min(i + 100, count); i < end; i++)
            {
                for (var part = 0; part < 3; part++)
                {
                    await transaction.PutAsync(Record($"batch-{i}-{part}"), 0);
                }

                await transaction.ScheduleAsync(new("ceiling", $"{i}", WorkClass.Bulk, Due, $"{i}", default));
                await transaction.ScheduleAsync(new("ceiling.other", $"{i}", WorkClass.Bulk, Due, $"{i}", default));
                await transaction.AppendAsync(new(Due, Actor.Engine, "ceiling", $"{i}", "It was written."));
                await transaction.AppendAsync(new(Due, Actor.Engine, "ceiling", $"{i}", "It was written."));
            }

            await transaction.CommitAsync();
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Rows a second that are claimed and finished, a hundred at a time.</summary>
    public static async Task<double> ClaimsAsync(IStore store, IWorkQueue queue)
    {
        var (watch, rows) = (Stopwatch.StartNew(), 0);
        while ((await queue.ClaimAsync(new("ceiling", Due, Duration.FromSeconds(30), 100, null, Kinds))).Items is { Count: > 0 } items)
        {
            await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
            foreach (var item in items)
            {
                await transaction.FinishAsync(item.Lease, WorkOutcome.Done);
            }

            await transaction.CommitAsync();
            rows += items.Count;
        }

        return rows / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Rows a second that are inserted, a hundred a transaction: the raw batch commit that a claim is compared with.</summary>
    public static async Task<double> RowsAsync(IStore store, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count;)
        {
            await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
            for (var end = Math.Min(i + 100, count); i < end; i++)
            {
                await transaction.ScheduleAsync(new("ceiling", $"row-{i}", WorkClass.Bulk, Due, $"row-{i}", default));
            }

            await transaction.CommitAsync();
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static StoredRecord Record(string id) => new("ceiling", id, 0, 1, new RecordIndexes(id, id), new byte[400]);
}
