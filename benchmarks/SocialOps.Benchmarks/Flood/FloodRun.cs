using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialOps.DependencyInjection;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Benchmarks.Flood;

/// <summary>
/// A flood from end to end: received a hundred a transaction, read, labelled, joined to cases with their clocks, audited, people told. Beside it stands what the store alone allows, in the same
/// run. <c>flood sqlite 20000</c> pumps in this process, <c>flood postgres 20000 2</c> in two worker processes; PostgreSQL is where SOCIALOPS_POSTGRES says.
/// </summary>
internal static class FloodRun
{
    public static async Task RunAsync(string[] args)
    {
        var (isFile, items, workers) = (args[0] == "sqlite", int.Parse(args[1], CultureInfo.InvariantCulture), args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0);
        var folder = Directory.CreateTempSubdirectory("socialops-flood-").FullName;
        var target = isFile ? Path.Combine(folder, "flood.db") : Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES") ?? throw new InvalidOperationException("SOCIALOPS_POSTGRES is not set. bash eng/postgres.sh start DIR starts a server.");
        if (!isFile)
        {
            await using var connection = new NpgsqlConnection(target);
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand("DROP SCHEMA IF EXISTS flood CASCADE", connection);
            await drop.ExecuteNonQueryAsync();
        }

        var lines = new StringBuilder();
        await using (var services = FloodHost.Build(target))
        {
            await services.GetRequiredService<SocialOpsStart>().RunAsync();
            var (store, queue) = (services.GetRequiredService<IStore>(), services.GetRequiredService<IWorkQueue>());
            var singles = await StoreCeiling.SingleCommitsAsync(store, 500);
            var rows = await StoreCeiling.RowsAsync(store, 5_000);
            var claims = await StoreCeiling.ClaimsAsync(store, queue);
            var batches = await StoreCeiling.BatchesAsync(store, 3_000);
            await StoreCeiling.ClaimsAsync(store, queue);
            Add(lines, "The store alone: commits of one record", $"{singles:0}/s");
            Add(lines, "The store alone: rows written, 100 a commit", $"{rows:0}/s");
            Add(lines, "The store alone: rows claimed and finished, 100 a time", $"{claims:0}/s ({rows / claims:0.0} times slower than writing them)");
            Add(lines, "The store alone: what an item becomes, 100 a commit", $"{batches:0}/s");
            var beside = await Beside.StartAsync(services);
            var (seconds, peak) = await FloodAsync(services, target, items, workers, beside);
            Add(lines, $"End to end: {items:N0} items, {(workers == 0 ? "pumped in this process" : $"{workers} worker processes")}", $"**{items / seconds:0}/s** ({batches * seconds / items:0.0} times slower than the store alone)");
            Add(lines, "Another tenant meanwhile: an item a second, from its arrival to its case", $"{beside.Count} items, at most {beside.Longest.TotalMilliseconds:0} ms, in the middle {beside.Median.TotalMilliseconds:0} ms");
            Add(lines, "Memory of the largest process", $"{peak / 1024 / 1024} MiB");
        }

        if (isFile)
        {
            Add(lines, "The file, with its log", $"{Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length) / 1024 / 1024} MiB");
        }

        Directory.Delete(folder, true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {args[0]} | |\n|---|---|\n{lines}"));
    }

    private static void Add(StringBuilder lines, string what, FormattableString figure) => lines.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {figure.ToString(CultureInfo.InvariantCulture)} |");

    private static async Task<(double Seconds, long Peak)> FloodAsync(ServiceProvider services, string target, int items, int workers, Beside beside)
    {
        var ops = services.GetRequiredService<ISocialOps>().Default;
        var pump = services.GetRequiredService<IWorkPump>();
        var others = Enumerable.Range(0, workers).Select(_ => Start(target)).ToList();
        if (workers > 0)
        {
            await Task.Delay(3_000); // they have started
        }

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < items; i += 100)
        {
            await ops.Inbox.ReceiveAsync([.. Enumerable.Range(i, Math.Min(100, items - i)).Select(FloodHost.Delivery)]);
            if (workers == 0)
            {
                await pump.RunOnceAsync();
            }

            await beside.LookAsync();
        }

        while (workers == 0 ? (await pump.RunOnceAsync()).Handled > 0 : (await ops.Work.QueryAsync(new WorkQuery(Kind: "inbox.process", Limit: 1))).Items.Count > 0)
        {
            await beside.LookAsync();
            if (workers > 0)
            {
                await Task.Delay(50);
            }
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        foreach (var other in others)
        {
            other.Refresh();
            peak = Math.Max(peak, other.PeakWorkingSet64);
            other.StandardInput.Close();
            await other.WaitForExitAsync();
            other.Dispose();
        }

        return (seconds, peak);
    }

    private static Process Start(string target) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["flood-worker", target]) { RedirectStandardInput = true })!;
}
