using Microsoft.Extensions.Logging;

namespace SocialOps.Hosting;

internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "The worker has started.")]
    public static partial void Started(this ILogger logger);

    [LoggerMessage(102, LogLevel.Information, "The worker has stopped; what was due is due again at the next start.")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(103, LogLevel.Error, "The store cannot be reached; the worker waits and tries again. Nothing is lost.")]
    public static partial void StoreUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(104, LogLevel.Error, "The audit chain of tenant {Tenant} was not sealed or not anchored ({Error}); it is tried again with the tenant's next work. AuditService.VerifyAsync tells whether it is whole.")]
    public static partial void NotSealed(this ILogger logger, string tenant, string error);
}
