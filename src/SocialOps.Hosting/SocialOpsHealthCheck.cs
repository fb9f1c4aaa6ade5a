using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialOps.Hosting;

/// <summary>Healthy while the worker turns and the store answers. A worker that rests, or waits for a store that says nothing, does not know yet: the check asks by itself (reliability F8).</summary>
internal sealed class SocialOpsHealthCheck(WorkerHeartbeat heartbeat, StoreProbe store) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (silent, failure) = heartbeat.Read();
        return (silent, failure) switch
        {
            (null, _) => HealthCheckResult.Unhealthy("The worker has not started."),
            (_, { } message) => HealthCheckResult.Unhealthy($"The store cannot be reached: {message}"),
            ({ } gap, null) when gap > Patience => HealthCheckResult.Unhealthy($"The worker has not turned for {gap.TotalSeconds:0} s. Nothing is lost; look for a handler that does not return."),
            _ when await store.FindFaultAsync(cancellationToken).ConfigureAwait(false) is { } fault => HealthCheckResult.Unhealthy($"The store cannot be reached: {fault}"),
            _ => HealthCheckResult.Healthy("The worker turns."),
        };
    }
}
