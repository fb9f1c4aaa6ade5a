using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.AgencyFiles;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Benchmarks.Inbox;

/// <summary>
/// From the raw bytes to a case with its clocks: stored, read, labelled, joined, audited. The baseline is the SQLite store alone, one transaction an item that
/// writes the same raw bytes and one work row: what the disk allows.
/// </summary>
[Config(typeof(FewWholeRuns))]
[MemoryDiagnoser]
public class IngestBenchmark
{
    private const int Items = 1_000;
    private ServiceProvider _services = null!;
    private string _folder = null!;
    private InboundDelivery[] _deliveries = null!;

    [Params(true, false)]
    public bool OneThread { get; set; }

    [IterationSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("socialops-bench-").FullName;
        var agency = AgencyFile.Load(Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml"));
        _services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddSocialOps(ops => ops.UseSqlite($"Data Source={Path.Combine(_folder, "bench.db")}").AddAgency(_ => agency))
            .BuildServiceProvider();
        _services.GetRequiredService<SocialOpsStart>().RunAsync().AsTask().GetAwaiter().GetResult();
        _deliveries = [.. Enumerable.Range(0, Items).Select(Delivery)];
    }

    [IterationCleanup]
    public void Cleanup()
    {
        _services.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_folder, true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Items)]
    public async Task StoreAlone()
    {
        var store = _services.GetRequiredService<IStore>();
        for (var i = 0; i < Items; i++)
        {
            await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
            await transaction.PutAsync(new StoredRecord("bench", $"{i}", 0, 1, new RecordIndexes($"{i}"), _deliveries[i].Bytes), 0);
            await transaction.ScheduleAsync(new WorkDraft("bench", $"{i}", WorkClass.Bulk, NodaTime.Instant.FromUtc(2100, 1, 1, 0, 0), $"{i}", default));
            await transaction.CommitAsync();
        }
    }

    /// <summary>One transaction a delivery, as a webhook would; the pump takes what is there.</summary>
    [Benchmark(OperationsPerInvoke = Items)]
    public async Task ReceiveAndProcess()
    {
        var inbox = _services.GetRequiredService<ISocialOps>().Default.Inbox;
        foreach (var delivery in _deliveries)
        {
            await inbox.ReceiveAsync([delivery]);
        }

        await ProcessAsync();
    }

    /// <summary>A hundred deliveries a transaction, as a sweep would.</summary>
    [Benchmark(OperationsPerInvoke = Items)]
    public async Task ReceiveInBatchesAndProcess()
    {
        var inbox = _services.GetRequiredService<ISocialOps>().Default.Inbox;
        foreach (var batch in _deliveries.Chunk(100))
        {
            await inbox.ReceiveAsync(batch);
        }

        await ProcessAsync();
    }

    private async Task ProcessAsync()
    {
        var pump = _services.GetRequiredService<IWorkPump>();
        while ((await pump.RunOnceAsync()).Handled > 0)
        {
        }
    }

    private InboundDelivery Delivery(int number) => new(InboundLine.Format, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["network"] = "facebook",
        ["account"] = "radhaus-facebook",
        ["id"] = $"item-{number}",
        ["at"] = "2026-06-12T14:00:00Z",
        ["author"] = $"reader-{number}",
        ["text"] = number % 3 == 0 ? "Seit Wochen warte ich, und jetzt ist es kaputt." : $"Dazu habe ich auch eine Meinung, nämlich die Nummer {number}.",
        ["thread"] = OneThread ? "thread" : $"thread-{number}",
    }));
}
