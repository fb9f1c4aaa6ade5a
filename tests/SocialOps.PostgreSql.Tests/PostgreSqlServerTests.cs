using SocialOps.Storage;
using SocialOps.Work;
using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

/// <summary>A server that goes away and comes back, and one that is not safe.</summary>
public sealed class PostgreSqlServerTests : IAsyncLifetime
{
    private PrivateServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await PrivateServer.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Server_CrashesInTheMiddle_KeepsWhatWasCommittedAndComesBack()
    {
        await using var store = New();
        await store.WriteAsync(async t => await t.ScheduleAsync(Draft("1")));
        var claimed = (await store.ClaimAsync(Request())).Items.Single();
        await store.PutAsync("committed");
        var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await transaction.PutAsync(Record("in the middle"), 0);
        await transaction.FinishAsync(claimed.Lease, WorkOutcome.Done);

        await _server.CrashAsync();

        (await RefusalAsync(async () => await transaction.CommitAsync())).Should().StartWith("PostgreSQL cannot go on: ");
        await transaction.DisposeAsync();
        foreach (var use in (Func<Task>[])[() => store.IdsAsync(), () => store.PutAsync("while down"), async () => await store.ClaimAsync(Request())])
        {
            (await RefusalAsync(use)).Should().StartWith("PostgreSQL cannot go on: it cannot be reached, or the connection was lost.");
        }

        await _server.StartAgainAsync();

        (await store.IdsAsync()).Should().Equal("committed");
        await store.WriteAsync(async t => await t.FinishAsync(claimed.Lease, WorkOutcome.Done));
    }

    [Fact]
    public async Task Transaction_GoesOnAfterItsConnectionWasLost_IsToldEachTime()
    {
        await using var store = New();
        await store.PutAsync("committed");
        var transaction = (IPostgreSqlStoreTransaction)await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await using (transaction)
        {
            await _server.CrashAsync();

            foreach (var use in (Func<Task>[])[() => transaction.PutAsync(Record("a"), 0).AsTask(), () => transaction.PutAsync(Record("b"), 0).AsTask(), () => transaction.CommitAsync().AsTask()])
            {
                (await RefusalAsync(use)).Should().StartWith("PostgreSQL cannot go on: ");
            }
        }
    }

    [Fact]
    public async Task Open_FsyncIsOff_IsRefusedUntilItIsOn()
    {
        await using var store = New();
        await SwitchFsyncAsync("off");
        (await RefusalAsync(async () => await store.OpenAsync())).Should().StartWith("The server runs with fsync=off: a power loss can destroy the database. Switch it on");

        await SwitchFsyncAsync("on");

        await store.OpenAsync();
    }

    private PostgreSqlStore New() => TestServer.NewStore(TestServer.NewOptions() with { ConnectionString = _server.ConnectionString });

    private async Task SwitchFsyncAsync(string value)
    {
        await TestServer.SqlAsync($"ALTER SYSTEM SET fsync = {value}", $"{_server.ConnectionString};Pooling=false");
        await _server.CrashAsync();
        await _server.StartAgainAsync();
    }
}
