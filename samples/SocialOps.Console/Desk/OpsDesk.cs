using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.DependencyInjection;
using SocialOps.Notifications;
using SocialOps.Work;

namespace SocialOps.Console.Desk;

/// <summary>The library on one SQLite file and on virtual time.</summary>
internal sealed class OpsDesk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OpsDesk(string database, AgencyDefinition agency, Instant start)
    {
        Time = new VirtualTime(start);
        Outbox = new OutboxFile($"{database}.outbox.jsonl", Time);
        Channel = new DeskChannel();
        Agency = agency;
        Database = database;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IPublisher>(Outbox)
            .AddSingleton<INotificationChannel>(Channel)
            .AddSocialOps(ops => ops.UseSqlite($"Data Source={database}").AddAgency(_ => agency))
            .BuildServiceProvider();
        Ops = _services.GetRequiredService<ISocialOps>().Default;
        Pump = _services.GetRequiredService<IWorkPump>();
    }

    public string Database { get; }

    public AgencyDefinition Agency { get; }

    public VirtualTime Time { get; }

    public OutboxFile Outbox { get; }

    public DeskChannel Channel { get; }

    public TenantServices Ops { get; }

    public IWorkPump Pump { get; }

    /// <summary>Opens the store, takes the agency in and jumps to what the file has seen last.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = _services.GetRequiredService<SocialOpsStart>();
        await start.OpenAsync(cancellationToken);
        if (await Ops.Audit.FindHighWaterMarkAsync(cancellationToken) is { } mark)
        {
            Time.JumpTo(mark);
        }

        await start.RunAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Outbox.Dispose();
    }
}
