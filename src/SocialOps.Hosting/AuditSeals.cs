using Microsoft.Extensions.Logging;
using SocialOps.Work;

namespace SocialOps.Hosting;

/// <summary>Seals the audit chains of the tenants that had something to do: every five seconds. What an anchor throws stops nothing.</summary>
internal sealed class AuditSeals(ISocialOps ops, TimeProvider time, ILogger<AuditSeals> log)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private readonly HashSet<TenantId> _unsealed = [TenantId.Default];
    private long _sealedAt = time.GetTimestamp();

    public async ValueTask AfterAsync(PumpTurn turn, CancellationToken cancellationToken)
    {
        _unsealed.UnionWith(turn.Tenants);
        if (time.GetElapsedTime(_sealedAt) < Between)
        {
            return;
        }

        foreach (var tenant in _unsealed)
        {
            await SealAsync(tenant, cancellationToken).ConfigureAwait(false);
        }

        _unsealed.Clear();
        _unsealed.Add(TenantId.Default); // a person may act in a portal without any work to follow
        _sealedAt = time.GetTimestamp();
    }

    private async ValueTask SealAsync(TenantId tenant, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // A host's anchor may throw anything, and a chain that cannot be sealed is told; comments are answered all the same.
        try
        {
            await ops.For(tenant).Audit.SealAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            log.NotSealed(tenant.Value, exception.GetType().Name);
        }
#pragma warning restore CA1031
    }
}
