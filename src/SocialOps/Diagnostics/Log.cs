using Microsoft.Extensions.Logging;

namespace SocialOps.Diagnostics;

internal static partial class Log
{
    /// <summary>The exception itself is not handed on: a connector's may repeat bodies, addresses and tokens. Its message is kept nowhere.</summary>
    [LoggerMessage(1, LogLevel.Warning, "{Kind} {WorkId} failed at attempt {Attempt}; it is tried again later or waits for a person. {Fault}")]
    public static partial void WorkFailed(this ILogger logger, string kind, long workId, int attempt, string fault);

    [LoggerMessage(2, LogLevel.Information, "{Kind} {WorkId} is held by another worker now; this one changed nothing.")]
    public static partial void LeaseLost(this ILogger logger, string kind, long workId);

    [LoggerMessage(3, LogLevel.Critical, "Nobody can be told about {Subject} of tenant {Tenant}: {Reason}")]
    public static partial void Unattended(this ILogger logger, string tenant, string subject, string reason);

    [LoggerMessage(4, LogLevel.Error, "{Publication} may have been sent or not; it is not sent again before somebody has looked. The evidence stands with the publication.")]
    public static partial void OutcomeUnknown(this ILogger logger, string publication);

    [LoggerMessage(6, LogLevel.Critical, "The agency was not taken in; the engine goes on with the definitions that it has.")]
    public static partial void AgencyRefused(this ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Critical, "The database belongs to {DatabaseEnvironment}, this process to {Environment}: nothing is published and nobody is told until ConfirmEnvironmentAsync.")]
    public static partial void ForeignEnvironment(this ILogger logger, string databaseEnvironment, string environment);

    [LoggerMessage(5, LogLevel.Warning, "The clock stands at {Now}, before the last recorded event at {Mark}; the library counts on from there.")]
    public static partial void ClockBehind(this ILogger logger, string now, string mark);

    [LoggerMessage(9, LogLevel.Critical, "Tenant {Tenant}: {Found}")]
    public static partial void Restored(this ILogger logger, string tenant, string found);

    [LoggerMessage(10, LogLevel.Warning, "The plan of {Content} has moved with its zone's rules: {Change}")]
    public static partial void PlanMoved(this ILogger logger, string content, string change);

    [LoggerMessage(8, LogLevel.Warning, "{Hint}")]
    public static partial void Unserved(this ILogger logger, string hint);
}
