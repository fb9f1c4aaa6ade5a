using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.PostgreSql;
using SocialOps.Tests;
using SocialOps.Work;

namespace SocialOps.Embedding.Tests.Guides;

public sealed class OperateTests
{
    [Fact]
    public async Task Backup_OfARunningDatabase_IsRestoredUnderAnotherNameAndSendsNothing()
    {
        using var folder = new TempFolder();
        await using (var running = Services(folder.File("socialops.db"), "Production", new FakeNetwork()))
        {
            await OneCaseAsync(running);
            Backup(folder.File("socialops.db"), folder.File("copy.db"));
        }

        var network = new FakeNetwork();
        await using var restored = Services(folder.File("copy.db"), "Restored", network);
        await restored.GetRequiredService<SocialOpsStart>().RunAsync();
        var ops = restored.GetRequiredService<ISocialOps>();
        (await ops.Default.Cases.QueryOpenAsync()).Items.Should().ContainSingle();
        await DrainAsync(restored);
        network.Posts.Should().BeEmpty("it is a copy until somebody says otherwise");

        var admin = Actor.Person("ada", "console");
        // snippet: restored
        if ((await ops.Engine.GetStatusAsync()).IsForeign)
        {
            // Look first at what would go out, and cancel what went out after the backup was made.
            var upcoming = await ops.Default.Work.QueryAsync(new(Kind: "publication.send"));
            await ops.Engine.ConfirmEnvironmentAsync(admin);
        }
        // end snippet

        (await ops.Engine.GetStatusAsync()).IsForeign.Should().BeFalse();
        await DrainAsync(restored);
        network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task RecoveryJournal_OfAHost_IsOneCall()
    {
        using var folder = new TempFolder();
        var (services, file, journal) = (new ServiceCollection(), folder.File("socialops.db"), folder.File("journal"));
        // snippet: recovery-journal
        services.AddSocialOps(ops => ops.UseSqlite($"Data Source={file}").UseRecoveryJournal(journal));
        // end snippet
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<SocialOpsStart>().RunAsync();

        provider.GetRequiredService<SocialOps.Storage.IRecoveryJournal>().Should().NotBeNull();
    }

    [Fact]
    public async Task MigrateAsync_BeforeTheRelease_IsAllThatARolloutNeeds()
    {
        if (Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES") is not { } connectionString)
        {
            Assert.Skip("There is no PostgreSQL: set SOCIALOPS_POSTGRES, or run eng/test.sh.");
            return;
        }

        var options = new PostgreSqlStoreOptions { ConnectionString = connectionString, Schema = $"guide_{Environment.ProcessId}", AllowUnsafeServer = true };
        // snippet: migrate
        await using var store = new PostgreSqlStore(options, TimeProvider.System);
        await store.MigrateAsync();
        // end snippet

        await store.OpenAsync();
    }

    private static void Backup(string from, string to)
    {
        // snippet: backup
        using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly;Pooling=False");
        using var copy = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
        // end snippet
    }

    private static async Task OneCaseAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var ops = services.GetRequiredService<ISocialOps>().Default;
        await ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Alles kaputt!"}"""u8.ToArray(), TestAgency.Shop)]);
        await DrainAsync(services);
        await ops.Cases.ReplyAsync((await ops.Cases.QueryOpenAsync()).Items[0].Id, Actor.Person("ada", "test"), "Es tut uns leid.");
    }

    private static async Task DrainAsync(IServiceProvider services)
    {
        while ((await services.GetRequiredService<IWorkPump>().RunOnceAsync()).Handled > 0)
        {
        }
    }

    private static ServiceProvider Services(string file, string environment, FakeNetwork network) => new ServiceCollection()
        .AddSocialOps(ops => ops.UseSqlite($"Data Source={file}").UseEnvironment(environment).AddAgency(_ => TestAgency.Create()).AddConnector(_ => network).AddNotificationChannel(_ => new FakeDesk())).BuildServiceProvider();
}
