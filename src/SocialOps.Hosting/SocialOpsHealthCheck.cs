using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialOps.Hosting;

/// <summary>Healthy while the worker turns and the store answers.</summary>
internal sealed class SocialOpsHealthCheck(WorkerHeartbeat heartbeat) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (silent, failure) = heartbeat.Read();
        return Task.FromResult((silent, failure) switch
        {
            (null, _) => HealthCheckResult.Unhealthy("The worker has not started."),
            (_, { } message) => HealthCheckResult.Unhealthy($"The store cannot be reached: {message}"),
            ({ } gap, null) when gap > Patience => HealthCheckResult.Unhealthy($"The worker has not turned for {gap.TotalSeconds:0} s. Nothing is lost; look for a handler that does not return."),
            _ => HealthCheckResult.Healthy("The worker turns."),
        });
    }
}
