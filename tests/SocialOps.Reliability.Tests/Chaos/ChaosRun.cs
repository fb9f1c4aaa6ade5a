using System.Diagnostics;
using SocialOps.FakeNetwork;
using SocialOps.KillWorker;
using SocialOps.Reliability.Tests.Kills;

namespace SocialOps.Reliability.Tests.Chaos;

/// <summary>
/// Two workers, one database behind a proxy, deliveries all the while; the database goes away in six ways. Then what is left is done in peace, and the whole is checked as
/// after kills.
/// </summary>
internal sealed class ChaosRun(ChaosServer server, ChaosProxy proxy, FakeNetworkProcess network, LeaseTime time, ChaosSettings settings)
{
    /// <summary>F8: by then a host's health check says so.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(10);

    /// <summary>A worker rests half a minute after many failures, and a statement of before may have to run out first.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(60);

    /// <summary>What had been committed before is on its way for a moment.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(2);

    private readonly Random _random = new(settings.Seed);
    private readonly Feedstock _feedstock = new(new Random(settings.Seed + 1));
    private readonly List<string> _broken = [];
    private readonly List<(long From, long To)> _away = [];
    private readonly List<Fault> _cycles = [];
    private (TimeSpan Gone, TimeSpan Back) _noticed;

    /// <param name="settings">How long, and what by chance.</param>
    /// <param name="tell">Hears how it goes.</param>
    public static async Task<ChaosReport> RunAsync(ChaosSettings settings, Action<string> tell)
    {
        using var folder = new TempFolder();
        await using var server = await ChaosServer.StartAsync();
        foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
        {
            (await server.SettingAsync(setting)).Should().Be("on", "{0} is what durability rests on", setting);
        }

        await using var proxy = new ChaosProxy(() => server.EndPoint);
        using var clock = SharedClock.Open(folder.File("clock"));
        using var network = FakeNetworkProcess.Start(folder.Path, folder.File("clock"), settings.Seed);
        await network.BeginAsync(folder.Path);
        await network.MisbehaveAsync(0.2);
        var place = new StorePlace("postgres", "chaos", server.ConnectionString);
        return await new ChaosRun(server, proxy, network, new LeaseTime(place with { Server = $"{server.ConnectionString};Pooling=false" }, clock), settings).RunAsync(place, folder, tell);
    }

    private async Task<ChaosReport> RunAsync(StorePlace place, TempFolder folder, Action<string> tell)
    {
        var watch = Stopwatch.StartNew();
        var behind = place with { Server = $"{server.ConnectionString};Port={proxy.Port};Timeout=3" };
        List<ChaosWorker> workers = [];
        try
        {
            for (var i = 0; i < 2; i++)
            {
                workers.Add(await ChaosWorker.StartAsync(behind, network.Port, folder.File("clock"), settings.StatementSeconds, settings.Bug));
            }

            await BackAsync(workers);
            _noticed = default;
            using var enough = new CancellationTokenSource();
            var feeding = FeedAsync(enough.Token);
            var bag = new Queue<Fault>();
            while (_cycles.Count < settings.Cycles)
            {
                if (bag.Count == 0)
                {
                    bag = new(settings.Faults.OrderBy(_ => _random.Next()));
                }

                await CycleAsync(bag.Dequeue(), workers);
                tell($"cycle {_cycles.Count}: {_cycles[^1]}, {_feedstock.All.Count} deliveries");
            }

            await enough.CancelAsync();
            await feeding;
        }
        finally
        {
            foreach (var worker in workers)
            {
                _broken.AddRange(worker.Kill() is { } wrong ? [wrong] : []);
                worker.Dispose();
            }
        }

        await network.MisbehaveAsync(0);
        await using (var peace = await Peace.OpenAsync(place, network, time))
        {
            _broken.AddRange(await peace.RestAsync());
            _broken.AddRange(await new HistoryChecker(peace, _feedstock, Journal.Read(folder.Path)).BrokenAsync());
        }

        var journal = Journal.Read(folder.Path);
        _broken.AddRange(SentWhileAway(journal));
        return new(settings.Seed)
        {
            Cycles = _cycles,
            Deliveries = _feedstock.All.Count,
            Refused = journal.Count(e => e.What == "refused"),
            Posts = journal.Count(e => e.What == "accepted"),
            Unhealthy = _noticed.Gone,
            HealthyAgain = _noticed.Back,
            MostAttemptsInASecond = proxy.MostAttemptsInASecond(),
            Took = watch.Elapsed,
            Broken = _broken,
        };
    }

    private async Task FeedAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await network.DeliverAsync(_feedstock.Next(2, time.Clock.GetUtcNow()));
            await Task.Delay(400, CancellationToken.None);
        }
    }

    private async Task CycleAsync(Fault fault, IReadOnlyList<ChaosWorker> workers)
    {
        switch (fault)
        {
            case Fault.Immediate:
                await server.CrashAsync();
                await AwayAsync(workers, server.StartAgainAsync);
                break;
            case Fault.Paused:
                server.Pause();
                await AwayAsync(workers, () => Done(server.Continue));
                break;
            case Fault.HalfOpen:
                proxy.Swallows = true;
                await AwayAsync(workers, () => Done(() => proxy.Swallows = false));
                break;
            case Fault.CutAfterCommit:
                await CutAsync(() => Cut.AnswerOfCommit);
                break;
            case Fault.Cut:
                await CutAsync(() => _random.Next(2) == 0 ? Cut.Commit : Cut.MessageOfStatement);
                break;
            case Fault.Delayed:
                proxy.Delay = TimeSpan.FromMilliseconds(_random.Next(20, 300));
                await Task.Delay(_random.Next(1_000, 2_500));
                proxy.Delay = TimeSpan.Zero;
                break;
        }

        _cycles.Add(fault);
        await BackAsync(workers);
        await time.PassAsync(TimeSpan.FromSeconds(_random.Next(2, 16)));
        await Task.Delay(_random.Next(100, 600));
    }

    /// <summary>The database is away: mostly for so long that everybody's health check has to tell.</summary>
    private async Task AwayAsync(IReadOnlyList<ChaosWorker> workers, Func<Task> end)
    {
        var (from, watch) = (time.Clock.Now, Stopwatch.StartNew());
        if (_random.Next(4) == 0)
        {
            await Task.Delay(_random.Next(100, 2_000));
        }
        else
        {
            foreach (var worker in workers)
            {
                if (await worker.SaysAsync(healthy: false, Noticed - watch.Elapsed) is null)
                {
                    _broken.Add($"health: a worker still says after {watch.Elapsed.TotalSeconds:0.0} s without its database: {worker.Health}");
                }
            }

            _noticed.Gone = Max(_noticed.Gone, watch.Elapsed);
            await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble() * Math.Max(0, settings.Longest.TotalSeconds - watch.Elapsed.TotalSeconds)));
        }

        _away.Add((from, time.Clock.Now));
        await end();
    }

    private async Task CutAsync(Func<Cut> where)
    {
        for (var cuts = _random.Next(1, 4); cuts > 0; cuts--)
        {
            var before = proxy.Struck;
            proxy.Arm(where());
            for (var watch = Stopwatch.StartNew(); proxy.Struck == before && watch.Elapsed < TimeSpan.FromSeconds(5);)
            {
                await Task.Delay(5);
            }
        }

        proxy.Arm(Cut.Nothing);
    }

    private async Task BackAsync(IReadOnlyList<ChaosWorker> workers)
    {
        var watch = Stopwatch.StartNew();
        foreach (var worker in workers)
        {
            if (await worker.SaysAsync(healthy: true, Back - watch.Elapsed) is null)
            {
                _broken.Add($"health: a worker still says {watch.Elapsed.TotalSeconds:0.0} s after its database came back: {worker.Health}");
            }
        }

        _noticed.Back = Max(_noticed.Back, watch.Elapsed);
    }

    /// <summary>What is sent has an attempt in the database before: while that is away, nothing is.</summary>
    private IEnumerable<string> SentWhileAway(IReadOnlyList<Entry> journal)
        => journal.Where(e => e.SentAt > 0 && _away.Any(a => e.SentAt > a.From + (long)OnItsWay.TotalMicroseconds && e.SentAt < a.To)).Select(e => $"sent: {e.Key} was sent while the database was away");

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>How long, and what by chance.</summary>
/// <param name="Cycles">How often the database goes away.</param>
/// <param name="Seed">Chooses everything but the moments, which are the machine's.</param>
/// <param name="Longest">How long it is away at most, but for as long as the health checks are waited for.</param>
/// <param name="StatementSeconds">The store's <c>StatementTimeout</c>.</param>
/// <param name="Bug">A planted bug.</param>
internal sealed record ChaosSettings(int Cycles, int Seed, TimeSpan Longest, int StatementSeconds, string? Bug = null)
{
    /// <summary>What is done to the database, each as often.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = Enum.GetValues<Fault>();
}
