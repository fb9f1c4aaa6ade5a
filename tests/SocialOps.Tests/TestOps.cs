using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Testing;
using SocialOps.Work;

namespace SocialOps.Tests;

/// <summary>The whole engine on fake time, in memory or on the store that is given, with a network and a desk that remember what reached them.</summary>
internal sealed class TestOps : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _numbers;

    private TestOps(Action<IServiceCollection>? extra, Action<SocialOpsBuilder>? store, TestOps? beside)
    {
        (Time, Network) = (beside?.Time ?? new FakeTime(TestAgency.Friday), beside?.Network ?? new());
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Time).AddSingleton<IPublisher>(Network).AddSingleton<INotificationChannel>(Desk).AddSingleton<IUnattendedSink>(Sink);
        extra?.Invoke(services);
        _services = services.AddSocialOps(store ?? (builder => builder.UseInMemory())).BuildServiceProvider();
        Ops = _services.GetRequiredService<ISocialOps>().Default;
        Pump = _services.GetRequiredService<IWorkPump>();
    }

    public FakeTime Time { get; }

    public FakeNetwork Network { get; }

    public FakeDesk Desk { get; } = new();

    public FakeSink Sink { get; } = new();

    public TenantServices Ops { get; }

    public IWorkPump Pump { get; }

    public IServiceProvider Services => _services;

    public static async Task<TestOps> StartAsync(AgencyDefinition? agency = null, Action<IServiceCollection>? extra = null, Action<SocialOpsBuilder>? store = null, TestOps? beside = null)
    {
        var ops = new TestOps(extra, store, beside);
        await ops.Services.GetRequiredService<SocialOpsStart>().RunAsync();
        await ops.Ops.Agency.ApplyAsync(agency ?? TestAgency.Create(), Actor.Service("test", "test"));
        return ops;
    }

    /// <summary>An item arrives now and is read.</summary>
    public async Task<Case> ReceiveAsync(string text, ClientId? client = null, string? thread = null, string? id = null, ItemCounters counters = default, string author = "anke", ItemKind kind = ItemKind.Comment, string network = "x")
    {
        id ??= $"item-{++_numbers}";
        await ReceiveRawAsync(Line(id, text, thread, counters, author, kind, network), client);
        var item = await Ops.Inbox.FindItemAsync($"{client ?? TestAgency.Shop}/{network}/{id}");
        return (await Ops.Cases.FindAsync(item!.Case))!;
    }

    public async Task ReceiveRawAsync(ReadOnlyMemory<byte> bytes, ClientId? client = null)
    {
        await Ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, bytes, client ?? TestAgency.Shop)]);
        await DrainAsync();
    }

    public ReadOnlyMemory<byte> Line(string id, string text, string? thread = null, ItemCounters counters = default, string author = "anke", ItemKind kind = ItemKind.Comment, string network = "x") => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["network"] = network,
        ["id"] = id,
        ["at"] = Time.Now.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null),
        ["author"] = author,
        ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()),
        ["text"] = text,
        ["thread"] = thread,
        ["counters"] = new JsonObject { ["likes"] = counters.Likes, ["comments"] = counters.Comments, ["shares"] = counters.Shares },
    });

    /// <summary>Does everything that is due now.</summary>
    public async Task DrainAsync()
    {
        while ((await Pump.RunOnceAsync()).Handled > 0)
        {
        }
    }

    /// <summary>Lets time pass, doing each due thing at its own instant.</summary>
    public async Task PassAsync(Duration length)
    {
        var end = Time.Now + length;
        while (true)
        {
            var turn = await Pump.RunOnceAsync();
            if (turn.Handled > 0)
            {
                continue;
            }

            if (turn.NextDueAt is not { } next || next > end)
            {
                break;
            }

            Time.SetUtcNow(Instant.Max(next, Time.Now));
        }

        Time.SetUtcNow(end);
        await DrainAsync();
    }

    /// <summary>An apology by telephone was all it needed.</summary>
    public async Task<Case> SettleAsync(CaseId id)
    {
        await Ops.Cases.RecordStepAsync(id, Ada, ComplaintStep.Apologise, "By telephone.");
        return await Ops.Cases.SettleAsync(id, Ada, "Getauscht.");
    }

    public async Task<Case> CaseAsync(CaseId id) => (await Ops.Cases.FindAsync(id))!;

    public async Task<IReadOnlyList<AuditEvent>> HistoryAsync(CaseId id) => (await Ops.Cases.QueryHistoryAsync(id, 1000)).Items;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public static Actor Ada => Actor.Person("ada", "test");

    public static Actor Ben => Actor.Person("ben", "test");
}
