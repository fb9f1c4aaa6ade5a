using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialOps.DependencyInjection;
using SocialOps.Work;

namespace SocialOps.Benchmarks.Flood;

/// <summary>
/// Two worker processes on PostgreSQL; one is killed, or stands still, in the midst of its rows. How long until the other has done everything: what was claimed is free again when its lease is over. <c>failover 5</c> plays it so often.
/// </summary>
internal static class FailoverRun
{
    private const int Items = 300;

    public static async Task RunAsync(string[] args)
    {
        var target = Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES") ?? throw new InvalidOperationException("SOCIALOPS_POSTGRES is not set. bash eng/postgres.sh start DIR starts a server.");
        await using (var connection = new NpgsqlConnection(target))
        {
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand("DROP SCHEMA IF EXISTS flood CASCADE", connection);
            await drop.ExecuteNonQueryAsync();
        }

        await using var services = FloodHost.Build(target);
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var ops = services.GetRequiredService<ISocialOps>().Default;
        var waits = new List<double>();
        for (var round = 0; round < int.Parse(args[0], CultureInfo.InvariantCulture); round++)
        {
            waits.Add(await OneAsync(ops, target, round));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | failover, postgres | |
            |---|---|
            | One of two workers killed or stopped among {Items} items, {waits.Count} times | |
            | Until the other had done them all, at most (in the middle) | **{waits.Max():0.0} s** ({waits.Order().ElementAt(waits.Count / 2):0.0} s) |
            """));
    }

    private static async Task<double> OneAsync(TenantServices ops, string target, int round)
    {
        var (one, other) = (Start(target), Start(target));
        await Task.Delay(3_000);
        for (var i = 0; i < Items; i += 100)
        {
            await ops.Inbox.ReceiveAsync([.. Enumerable.Range((round * Items) + i, 100).Select(FloodHost.Delivery)]);
        }

        while (await LeftAsync(ops) > Items - 20)
        {
            await Task.Delay(5);
        }

        var watch = Stopwatch.StartNew();
        if (round % 2 == 0)
        {
            one.Kill();
        }
        else
        {
            Process.Start("kill", ["-STOP", one.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExit();
        }

        while (await LeftAsync(ops) > 0)
        {
            await Task.Delay(50);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        one.Kill();
        other.StandardInput.Close();
        await other.WaitForExitAsync();
        return seconds;
    }

    private static async Task<int> LeftAsync(TenantServices ops) => (await ops.Work.QueryAsync(new WorkQuery(Kind: "inbox.process", Limit: 1000))).Items.Count;

    private static Process Start(string target) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["flood-worker", target]) { RedirectStandardInput = true })!;
}
