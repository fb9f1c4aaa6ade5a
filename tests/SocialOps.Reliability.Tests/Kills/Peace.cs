using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.DependencyInjection;
using SocialOps.FakeNetwork;
using SocialOps.KillWorker;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>The same engine on the same database in this process, without kills and faults: it does what is left, and shows what there is.</summary>
internal sealed class Peace : IAsyncDisposable
{
    private const int MostRounds = 300;
    private readonly ServiceProvider _services;
    private readonly FakeNetworkProcess _network;
    private readonly LeaseTime _time;

    private Peace(ServiceProvider services, FakeNetworkProcess network, LeaseTime time) => (_services, _network, _time) = (services, network, time);

    public TenantServices Ops => _services.GetRequiredService<ISocialOps>().Default;

    public Instant Now => Instant.FromDateTimeOffset(_services.GetRequiredService<TimeProvider>().GetUtcNow());

    public static async Task<Peace> OpenAsync(StorePlace place, FakeNetworkProcess network, LeaseTime time)
    {
        var clock = time.Clock;
        var peace = new Peace(new ServiceCollection().AddEngine(place, network.Port, clock).AddSingleton<Feeder>().BuildServiceProvider(), network, time);
        await peace._services.GetRequiredService<SocialOpsStart>().RunAsync();
        return peace;
    }

    /// <summary>Works until everything is delivered, sent or given to a person, and nothing is due.</summary>
    /// <returns>What does not come to rest.</returns>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        using var feeder = _services.GetRequiredService<Feeder>();
        var pump = _services.GetRequiredService<IWorkPump>();
        await feeder.StartAsync(default);
        var left = "";
        for (var round = 0; round < MostRounds; round++)
        {
            while ((await pump.RunOnceAsync()).Handled > 0)
            {
            }

            left = await LeftAsync();
            if (left.Length == 0)
            {
                await feeder.StopAsync(default);
                return [];
            }

            await Task.Delay(5);
            await _time.PassAsync(TimeSpan.FromMinutes(10));
        }

        await feeder.StopAsync(default);
        return [$"lost: after {MostRounds} rounds in peace there is left: {left}"];
    }

    /// <summary>All records of a kind.</summary>
    public async Task<IReadOnlyList<StoredRecord>> RecordsAsync(string kind)
    {
        await using var transaction = await _services.GetRequiredService<IStore>().BeginAsync(TenantId.Default, StoreAccess.Read);
        return await AllAsync(next => transaction.QueryAsync(new(kind, Limit: 1_000, Continue: next)));
    }

    /// <summary>All pages of a query.</summary>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(Func<string?, ValueTask<PagedResult<T>>> query)
    {
        var all = new List<T>();
        string? next = null;
        do
        {
            var page = await query(next);
            all.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return all;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<string> LeftAsync()
    {
        if (await _network.WaitingAsync() is > 0 and var waiting)
        {
            return $"{waiting} deliveries that nobody acknowledges";
        }

        var work = await AllAsync(next => Ops.Work.QueryAsync(new(WorkState.Open, Limit: 1_000, Continue: next)));
        var late = Now - Duration.FromMinutes(1);
        return work.FirstOrDefault(w => w.Kind is "inbox.process" or "publication.send" or "publication.outcome" || w.DueAt < late) is { } row ? $"{row.Kind} {row.SubjectId} due {row.DueAt} now {Now}: {row.LastError}" : "";
    }
}
