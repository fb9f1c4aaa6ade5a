using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.Work;

namespace SocialOps.Benchmarks.Flood;

/// <summary>
/// A worker comes back after two days: every timer of many open cases is overdue at once. How long until the first person hears of something urgent, how long until all is worked off, and how many notifications that makes.
/// <c>storm 150000</c> makes that many overdue rows on SQLite.
/// </summary>
internal static class StormRun
{
    private const int Batch = 100;
    private static readonly TimeSpan Away = TimeSpan.FromHours(48);

    public static async Task RunAsync(string[] args)
    {
        var wanted = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("socialops-storm-").FullName;
        var file = Path.Combine(folder, "storm.db");
        var (cases, rows) = await PrepareAsync(file, wanted);
        var told = new ConcurrentQueue<(TimeSpan At, Notification Notification)>();
        var watch = Stopwatch.StartNew();
        var services = FloodHost.Build(file, TimeProvider.System, n => told.Enqueue((watch.Elapsed, n)));
        await using (services)
        {
            await services.GetRequiredService<SocialOpsStart>().RunAsync();
            var pump = services.GetRequiredService<IWorkPump>();
            var handled = 0L;
            for (var turn = await pump.RunOnceAsync(); turn.Handled > 0; turn = await pump.RunOnceAsync())
            {
                handled += turn.Handled;
            }

            var all = watch.Elapsed;
            var urgent = told.Where(t => t.Notification.Notices.Any(n => n.Text.Contains("Critical", StringComparison.OrdinalIgnoreCase) || n.Text.Contains("SafetyEmergency", StringComparison.Ordinal))).Select(t => t.At).DefaultIfEmpty(TimeSpan.MaxValue).Min();
            var most = told.GroupBy(t => t.Notification.Recipient).Select(g => g.Count()).DefaultIfEmpty().Max();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                | storm, sqlite | |
                |---|---|
                | Open cases, rows that are overdue by up to two days | {cases:N0}, {rows:N0} |
                | From the start to the first notification of something urgent | **{urgent.TotalSeconds:0.0} s** |
                | Until all was worked off | {all.TotalSeconds:0} s, {handled:N0} rows, {handled / all.TotalSeconds:0}/s |
                | Notifications, and the most that one person got | {told.Count:N0}, {most:N0} in {all.TotalSeconds:0} s |
                | Memory | {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB |
                """));
        }

        Directory.Delete(folder, true);
    }

    /// <summary>Two days ago: cases that nobody has touched, one in fifty of them urgent.</summary>
    private static async Task<(int Cases, long Rows)> PrepareAsync(string file, int wanted)
    {
        var before = new Earlier(Away);
        await using var services = FloodHost.Build(file, before);
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var ops = services.GetRequiredService<ISocialOps>().Default;
        var pump = services.GetRequiredService<IWorkPump>();
        var cases = 0;
        for (var rows = 0L; rows < wanted; rows = await RowsAsync(ops, wanted))
        {
            for (var step = 0; step < Math.Max(1, (wanted - rows) / 3 / Batch); step++)
            {
                await ops.Inbox.ReceiveAsync([.. Enumerable.Range(cases, Batch).Select(Delivery)]);
                cases += Batch;
                while ((await pump.RunOnceAsync()).Handled > 0)
                {
                }
            }
        }

        return (cases, await RowsAsync(ops, int.MaxValue));
    }

    private static async Task<long> RowsAsync(TenantServices ops, long most)
    {
        long rows = 0;
        string? next = null;
        do
        {
            var page = await ops.Work.QueryAsync(new WorkQuery(Limit: 1000, DueBefore: NodaTime.SystemClock.Instance.GetCurrentInstant(), Continue: next));
            (rows, next) = (rows + page.Items.Count, page.Next);
        }
        while (next is not null && rows < most);
        return rows;
    }

    private static InboundDelivery Delivery(int number) => new(InboundLine.Format, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["network"] = "facebook",
        ["account"] = "radhaus-facebook",
        ["id"] = $"item-{number}",
        ["at"] = "2026-06-12T14:00:00Z",
        ["author"] = $"reader-{number}",
        ["text"] = number % 50 == 49 ? "Der Akku brennt, ich habe mich verletzt!" : $"Mein Rad Nummer {number} ist seit gestern kaputt.",
        ["thread"] = $"thread-{number}",
    }));

    private sealed class Earlier(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - by;
    }
}
