using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SocialOps.KillWorker;

/// <summary>Asks the host's health checks twice a second, as a load balancer does, and tells each change in a line; with <c>SOCIALOPS_HEALTH=1</c> only.</summary>
internal sealed class HealthTeller(HealthCheckService health) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Environment.GetEnvironmentVariable("SOCIALOPS_HEALTH") != "1")
        {
            return;
        }

        await Task.Yield();
        for (var told = ""; !stoppingToken.IsCancellationRequested; await Task.Delay(Between, stoppingToken))
        {
            var (name, entry) = (await health.CheckHealthAsync(stoppingToken)).Entries.First();
            var line = $"{entry.Status} {name}: {entry.Description?.ReplaceLineEndings(" ")}";
            if (line != told)
            {
                Console.WriteLine(told = line);
            }
        }
    }
}
