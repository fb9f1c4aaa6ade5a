using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.Channels;
using SocialOps.DependencyInjection;
using SocialOps.FakeNetwork;
using SocialOps.Notifications;
using SocialOps.PostgreSql;

namespace SocialOps.KillWorker;

/// <summary>Where everything is kept.</summary>
/// <param name="Kind"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Where">The file, or the schema on the server.</param>
/// <param name="Server">How the server is reached; <see langword="null"/> for the one that <c>SOCIALOPS_POSTGRES</c> names.</param>
public sealed record StorePlace(string Kind, string Where, string? Server = null)
{
    public string ConnectionString => Server ?? Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES")!;
}

/// <summary>The library as the worker and its checker wire it.</summary>
public static class Engine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static IServiceCollection AddEngine(this IServiceCollection services, StorePlace place, int port, SharedClock clock)
    {
        services.AddSingleton<TimeProvider>(clock).AddSingleton(clock).AddSingleton(new NetworkPlace(port));
        foreach (var network in FakeNetworkConnector.Networks)
        {
            services.AddSingleton<IPublisher>(new FakeNetworkConnector(network, port, clock, Patience));
        }

        return services.AddSocialOps(ops => Use(ops, place).AddAgency(_ => KillAgency.Create()).AddNotificationChannel<Desk>());
    }

    private static SocialOpsBuilder Use(SocialOpsBuilder ops, StorePlace place) => place.Kind == "sqlite"
        ? ops.UseSqlite($"Data Source={place.Where}")
        : ops.UsePostgreSql(new PostgreSqlStoreOptions
        {
            ConnectionString = place.ConnectionString,
            Schema = place.Where,
            MigrateOnStart = true,
            StatementTimeout = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_STATEMENT_SECONDS") ?? "30", CultureInfo.InvariantCulture)),
            MostClockDifference = Timeout.InfiniteTimeSpan,
        });
}

/// <summary>Where the fake network listens.</summary>
/// <param name="Port">On 127.0.0.1.</param>
public sealed record NetworkPlace(int Port);

/// <summary>Takes every digest; told at least once is enough.</summary>
internal sealed class Desk : INotificationChannel
{
    public string Kind => "*";

    public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("notify");
        return new(NotificationResult.HandedOver);
    }
}
