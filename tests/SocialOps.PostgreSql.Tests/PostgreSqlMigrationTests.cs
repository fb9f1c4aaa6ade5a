using SocialOps.Relational.Migrations;
using SocialOps.Testing;
using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

public sealed class PostgreSqlMigrationTests : StoreTest
{
    [Fact]
    public void Of_PostgreSql_IsNumberedWithoutGaps()
        => Migration.Of("postgresql").Select(m => m.Number).Should().NotBeEmpty().And.Equal(Enumerable.Range(1, Migration.Of("postgresql").Count));

    [Fact]
    public async Task Migrate_NewDatabase_RecordsEveryMigration()
        => (await Store.SqlAsync($"SELECT number || ' ' || name || ' ' || checksum FROM {Options.Schema}.migration ORDER BY number"))
            .Should().Be(string.Join(',', Migration.Of("postgresql").Select(m => $"{m.Number} {m.Name} {m.Checksum}")));

    [Fact]
    public async Task Migrate_Again_AppliesNothing()
    {
        await TestServer.SqlAsync($"UPDATE {Options.Schema}.migration SET applied_at = 7");

        await Store.MigrateAsync();

        (await Store.SqlAsync($"SELECT max(applied_at) FROM {Options.Schema}.migration")).Should().Be("7");
    }

    [Fact]
    public async Task Migrate_SeveralAtOnce_OneDoesIt()
    {
        await TestServer.DropAsync(Options);
        var stores = Enumerable.Range(0, 6).Select(_ => TestServer.NewStore(Options)).ToList();

        await Task.WhenAll(stores.Select(store => store.MigrateAsync().AsTask()));

        await Task.WhenAll(stores.Select((store, i) => store.PutAsync($"{i}")));
        (await stores[0].IdsAsync()).Should().HaveCount(6);
        stores.ForEach(store => store.Dispose());
    }

    [Fact]
    public async Task Migrate_SchemaMadeByTheAdministrator_NeedsNoRightOnTheDatabase()
    {
        var role = $"{Options.Schema}_app";
        await TestServer.DropAsync(Options);
        await TestServer.SqlAsync($"CREATE ROLE {role} LOGIN; CREATE SCHEMA {Options.Schema} AUTHORIZATION {role}");
        await using (var store = TestServer.NewStore(Options with { ConnectionString = $"{TestServer.ConnectionString};Username={role}" }))
        {
            await store.PutAsync("a");

            (await store.IdsAsync()).Should().Equal("a");
        }

        await TestServer.DropAsync(Options);
        await TestServer.SqlAsync($"DROP ROLE {role}");
    }

    [Fact]
    public async Task Open_DatabaseOfALaterRelease_IsRefused()
    {
        await TestServer.SqlAsync($"INSERT INTO {Options.Schema}.migration VALUES (9999, 'later', 'x', 0)");

        (await OpenAsync()).Should().Be("The database has migration 9999 ('later'), which this release does not know: it was written by a later release. Run that one.");
    }

    [Fact]
    public async Task Open_MigrationWithAnotherText_IsRefused()
    {
        await TestServer.SqlAsync($"UPDATE {Options.Schema}.migration SET checksum = 'x' WHERE number = 1");

        (await OpenAsync()).Should().StartWith("Migration 1 ('first-tables') was applied with another text than this release's.");
    }

    private async Task<string> OpenAsync()
    {
        await using var store = new PostgreSqlStore(Options, new FakeTime());
        return await RefusalAsync(async () => await store.OpenAsync());
    }
}
