using Npgsql;
using SocialOps.FakeNetwork;
using SocialOps.Incidents;
using SocialOps.KillWorker;
using SocialOps.Reliability.Tests.Kills;

namespace SocialOps.Reliability.Tests.Upgrades;

/// <summary>Two releases on one database: the roll-out, the way back, and forth again (reliability F29).</summary>
[Collection("alone")]
public sealed class RollingUpgradeTests(NextRelease next) : IClassFixture<NextRelease>, IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Feedstock _feedstock = new(new Random(29));
    private readonly List<Worker> _running = [];
    private SharedClock _clock = null!;
    private FakeNetworkProcess _network = null!;
    private StorePlace _place = null!;
    private LeaseTime _time = null!;

    public async ValueTask InitializeAsync()
    {
        var server = Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "SOCIALOPS_POSTGRES is not set: no PostgreSQL server. bash eng/postgres.sh start DIR starts one.");
        _clock = SharedClock.Open(_folder.File("clock"));
        _network = FakeNetworkProcess.Start(_folder.Path, _folder.File("clock"), seed: 29);
        await _network.BeginAsync(_folder.Path);
        _place = new("postgres", $"u_{Environment.ProcessId}", server);
        _time = new(_place, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _running)
        {
            worker.Kill();
            worker.Dispose();
        }

        _network?.Dispose();
        if (_time is not null)
        {
            await _time.DropAsync();
        }

        _clock?.Dispose();
        Dispose();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Upgrade_OldBesideNewAndBackAndForth_LosesAndDoublesNothing()
    {
        var old = new List<Worker> { await StartAsync(), await StartAsync() };
        await WatchClaimsAsync();
        await FeedAsync("only old ones run");

        var later = await StartAsync(next.Worker);
        (await SqlAsync("SELECT count(*)::text FROM {0}.migration")).Should().Be("2", "the new one has migrated");
        await FeedAsync("both releases run");
        old.Add(await StartAsync());
        await FeedAsync("an old one that starts beside the new one opens, and works");
        (await ClaimedAsync("payload_version = 1")).Should().Contain([later.Id, old[^1].Id], "each release does what it knows").And.Contain(old.Take(2).Select(w => w.Id));

        await UntilAsync(async () =>
        {
            await FeedAsync("both run until the new one has left some rows for later");
            return await SqlAsync("SELECT count(*)::text FROM {0}.work_item WHERE payload_version = 2 AND state = 0") == "0" ? null : "";
        });
        End(later);
        await FeedAsync("the way back: only old ones run");
        var waiting = await SqlAsync("SELECT count(*)::text FROM {0}.work_item WHERE payload_version = 2 AND state = 0");
        await using (var peace = await Peace.OpenAsync(_place, _network, _time))
        {
            var told = await UntilAsync(async () =>
            {
                await PassAsync(minutes: 30);
                return (await peace.Ops.Incidents.QueryOpenAsync()).Items.FirstOrDefault(i => i.Kind == IncidentKind.LaterWork);
            });
            told.Summary.Should().Contain("written by a later release").And.Contain("case.clock");
        }

        waiting.Should().NotBe("0", "the new one has left rows");
        (await SqlAsync("SELECT count(*)::text FROM {0}.work_item WHERE payload_version = 2 AND state = 0")).Should().Be(waiting, "they wait");
        (await SqlAsync("SELECT count(*)::text FROM {0}.work_item WHERE state = 2")).Should().Be("0", "nothing is dead");

        var again = await StartAsync(next.Worker);
        await UntilAsync(async () => await SqlAsync("SELECT count(*)::text FROM {0}.work_item WHERE payload_version = 2 AND state = 0 AND due_at < " + (_clock.Now - 60_000_000)) == "0" ? "" : null);
        (await ClaimedAsync("payload_version = 2")).Should().Contain(again.Id).And.BeSubsetOf([later.Id, again.Id], "no old one ever took a row of the new release");
        await using (var peace = await Peace.OpenAsync(_place, _network, _time))
        {
            await UntilAsync(async () =>
            {
                await PassAsync(minutes: 2);
                return (await peace.Ops.Incidents.QueryOpenAsync()).Items.Any(i => i.Kind == IncidentKind.LaterWork) ? null : "";
            });
        }

        old.ForEach(End);
        await FeedAsync("only the new one runs");
        await using (var peace = await Peace.OpenAsync(_place, _network, _time))
        {
            (await peace.RestAsync()).Should().BeEmpty();
            (await new HistoryChecker(peace, _feedstock, Journal.Read(_folder.Path)).BrokenAsync()).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Upgrade_NewReleaseTakesSomethingAway_OldOnesClaimNoMore()
    {
        var old = await StartAsync();
        await WatchClaimsAsync();
        var later = await StartAsync(next.Worker);
        await FeedAsync("both releases run");
        await SqlAsync("UPDATE {0}.meta SET value = '2' WHERE name = 'needs migration' RETURNING value");
        await UntilAsync(() => Task.FromResult(old.Health.Contains("works on it no more", StringComparison.Ordinal) ? "" : null));
        var last = await SqlAsync("SELECT max(id)::text FROM {0}.work_item");
        await FeedAsync("both run, and one may not");

        (await ClaimedAsync("id > " + last)).Should().Equal(later.Id);    }

    private async Task<Worker> StartAsync(string? program = null)
    {
        var worker = Worker.Start(_place, _network.Port, _folder.File("clock"), failpoint: null, bug: null, new Dictionary<string, string> { ["SOCIALOPS_HEALTH"] = "1" }, program);
        _running.Add(worker);
        await worker.ReadyAsync();
        worker.HasEnded.Should().BeFalse("it has started");
        return worker;
    }

    private void End(Worker worker)
    {
        worker.Kill().Should().BeNull();
        _running.Remove(worker);
        worker.Dispose();
    }

    /// <summary>Deliveries come in and are done, while time passes.</summary>
    private async Task FeedAsync(string when)
    {
        for (var round = 0; round < 6; round++)
        {
            await _network.DeliverAsync(_feedstock.Next(6, _clock.GetUtcNow()));
            await Task.Delay(150);
            await PassAsync(minutes: 4);
        }

        (await UntilAsync(async () => await _network.WaitingAsync() == 0 ? when : null)).Should().Be(when);
        await UntilAsync(async () => await SqlAsync("SELECT count(*)::text FROM {0}.work_item WHERE state = 0 AND kind = 'inbox.process'") == "0" ? when : null);
    }

    private async Task PassAsync(int minutes)
    {
        await _time.PassAsync(TimeSpan.FromMinutes(minutes));
        await Task.Delay(100);
    }

    private async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50))
        {
            if (await look() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException($"It has not come so far within a minute. It is {_clock.Now}; rows of the new release: {await SqlAsync("SELECT string_agg(kind || ' ' || state || ' ' || due_at || ' ' || attempt, ', ') FROM {0}.work_item WHERE payload_version = 2 AND state = 0")}; incidents: {await SqlAsync("SELECT string_agg(id, ', ') FROM {0}.record WHERE kind = 'incident'")}");
    }

    /// <summary>A finished row does not tell who has done it: the database writes down who claims what.</summary>
    private Task WatchClaimsAsync() => SqlAsync("""
        CREATE TABLE {0}.claim (id bigint, payload_version integer, owner text);
        CREATE FUNCTION {0}.note_claim() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO {0}.claim VALUES (NEW.id, NEW.payload_version, split_part(NEW.lease_owner, '/', 2)); RETURN NULL; END $$;
        CREATE TRIGGER note_claim AFTER UPDATE ON {0}.work_item FOR EACH ROW WHEN (NEW.fence > OLD.fence) EXECUTE FUNCTION {0}.note_claim();
        """);

    /// <summary>Which processes have claimed such rows.</summary>
    private async Task<IReadOnlyList<int>> ClaimedAsync(string which)
        => [.. (await SqlAsync("SELECT string_agg(DISTINCT owner, ',') FROM {0}.claim WHERE " + which)).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(o => int.Parse(o, System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<string> SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_place.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The test's own text.
        await using var command = new NpgsqlCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, _place.Where), connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync() as string ?? "";
    }
}
