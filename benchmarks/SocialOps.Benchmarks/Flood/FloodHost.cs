using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.AgencyFiles;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.PostgreSql;
using SocialOps.Work;

namespace SocialOps.Benchmarks.Flood;

/// <summary>The whole library over one store, with a network and a desk that take everything.</summary>
internal static class FloodHost
{
    /// <param name="target">A file for SQLite, or a connection string for PostgreSQL.</param>
    /// <param name="time">The clock; the machine's when left out.</param>
    /// <param name="told">Hears of each notification.</param>
    public static ServiceProvider Build(string target, TimeProvider? time = null, Action<Notification>? told = null)
    {
        var agency = AgencyFile.Load(Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml"));
        return new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddSingleton<INotificationChannel>(new Desk(told)).AddSingleton<IPublisher, Wall>()
            .AddSocialOps(ops => (IsFile(target) ? ops.UseSqlite($"Data Source={target}") : ops.UsePostgreSql(Options(target))).AddAgency(_ => agency))
            .BuildServiceProvider();
    }

    public static bool IsFile(string target) => !target.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static PostgreSqlStoreOptions Options(string target) => new() { ConnectionString = target, Schema = "flood", MigrateOnStart = true };

    /// <summary>Comments of many people: half of them in one thread, as in a wave, a third of them complaints.</summary>
    public static InboundDelivery Delivery(int number) => new(InboundLine.Format, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["network"] = "facebook",
        ["account"] = "radhaus-facebook",
        ["id"] = $"item-{number}",
        ["at"] = "2026-06-12T14:00:00Z",
        ["author"] = $"reader-{number}",
        ["text"] = number % 3 == 0 ? "Seit Wochen warte ich, und jetzt ist es kaputt." : $"Dazu habe ich auch eine Meinung, nämlich die Nummer {number}.",
        ["thread"] = number % 2 == 0 ? "wave" : $"thread-{number}",
    }));

    /// <summary>Pumps until standard input ends: a worker of its own.</summary>
    public static async Task WorkAsync(string target)
    {
        await using var services = Build(target);
        await services.GetRequiredService<SocialOps.DependencyInjection.SocialOpsStart>().OpenAsync();
        var pump = services.GetRequiredService<IWorkPump>();
        using var end = new CancellationTokenSource();
        var input = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            await end.CancelAsync();
        });
        while (!end.IsCancellationRequested)
        {
            if ((await pump.RunOnceAsync()).Handled == 0)
            {
                await Task.Delay(20);
            }
        }

        await input;
    }

    private sealed class Desk(Action<Notification>? told) : INotificationChannel
    {
        public string Kind => "*";

        public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
        {
            told?.Invoke(notification);
            return new(NotificationResult.HandedOver);
        }
    }

    private sealed class Wall : IPublisher
    {
        public string Network => "*";

        public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, NodaTime.Duration.Zero);

        public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) => new(new PublishResult.Published(request.IdempotencyKey));

        public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => new((PublishResult.Published?)null);
    }
}
