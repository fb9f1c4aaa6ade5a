using Microsoft.Extensions.Logging;
using SocialOps.Diagnostics;

namespace SocialOps.Notifications;

/// <summary>Writes a critical log entry.</summary>
internal sealed class LogUnattendedSink(ILogger<LogUnattendedSink> log) : IUnattendedSink
{
    public ValueTask RingAsync(TenantId tenant, string subjectId, string reason, CancellationToken cancellationToken = default)
    {
        log.Unattended(tenant.Value, subjectId, reason);
        return ValueTask.CompletedTask;
    }
}
