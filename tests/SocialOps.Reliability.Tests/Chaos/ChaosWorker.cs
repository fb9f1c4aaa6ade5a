using System.Diagnostics;
using SocialOps.KillWorker;
using SocialOps.Reliability.Tests.Kills;

namespace SocialOps.Reliability.Tests.Chaos;

/// <summary>A worker that works all the time, and whose health is watched as a load balancer would.</summary>
internal sealed class ChaosWorker : IDisposable
{
    private readonly Worker _worker;

    private ChaosWorker(Worker worker) => _worker = worker;

    public bool IsHealthy => Health.StartsWith("Healthy", StringComparison.Ordinal);

    /// <summary>What it said last about its health.</summary>
    public string Health => _worker.Health;

    public static async Task<ChaosWorker> StartAsync(StorePlace place, int port, string clock, int statementSeconds, string? bug)
    {
        var settings = new Dictionary<string, string> { ["SOCIALOPS_HEALTH"] = "1", ["SOCIALOPS_STATEMENT_SECONDS"] = $"{statementSeconds}" };
        var worker = new ChaosWorker(Worker.Start(place, port, clock, failpoint: null, bug, settings));
        await worker._worker.ReadyAsync();
        return worker;
    }

    /// <summary>Waits until it says so, and tells how long that took; <see langword="null"/> when it did not within the time.</summary>
    public async Task<TimeSpan?> SaysAsync(bool healthy, TimeSpan longest)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < longest; await Task.Delay(20))
        {
            if (IsHealthy == healthy)
            {
                return watch.Elapsed;
            }
        }

        return null;
    }

    /// <returns>What is wrong with how it ended, or <see langword="null"/>.</returns>
    public string? Kill() => _worker.Kill();

    public void Dispose() => _worker.Dispose();
}
