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
        await LaterReleaseAsync(needs: 9999);

        (await OpenAsync()).Should().Be("The database has migration 9999 ('later'), which this release does not know: it was written by a later release. Run that one.");
    }

    [Fact]
    public async Task Open_DatabaseToWhichALaterReleaseOnlyAdded_GoesOn()
    {
        await Store.PutAsync("a");
        await LaterReleaseAsync(needs: 1);

        await using var store = new PostgreSqlStore(Options, new FakeTime());
        await store.OpenAsync();

        (await store.IdsAsync()).Should().Equal("a");
    }

    [Fact]
    public async Task Claim_LaterReleaseOnlyAdded_GoesOn()
    {
        await Store.WriteAsync(async t => await t.ScheduleAsync(Draft("1")));
        await LaterReleaseAsync(needs: 1);

        (await Store.ClaimAsync(Request())).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Claim_LaterReleaseHasTakenSomethingAway_IsRefused()
    {
        await Store.WriteAsync(async t => await t.ScheduleAsync(Draft("1")));
        await LaterReleaseAsync(needs: 2);

        var claim = async () => await Store.ClaimAsync(Request());

        (await claim.Should().ThrowAsync<StoreUnavailableException>()).WithMessage("The database was brought to a later release, which knows migration 2; this one knows 1 and works on it no more.*").Which.IsOfALaterRelease.Should().BeTrue();
        (await TestServer.SqlAsync($"SELECT fence FROM {Options.Schema}.work_item")).Should().Be("0", "nothing was taken");
    }

    [Theory]
    [InlineData("-- needs 3\nSELECT 1", 3)]
    [InlineData("-- needs 3\r\nSELECT 1", 3)]
    [InlineData("SELECT 1 -- needs 3", 7)]
    public void Needs_FirstLine_SaysIt(string text, int needs) => new Migration(7, "a", text).Needs.Should().Be(needs);

    [Fact]
    public async Task Open_MigrationWithAnotherText_IsRefused()
    {
        await TestServer.SqlAsync($"UPDATE {Options.Schema}.migration SET checksum = 'x' WHERE number = 1");

        (await OpenAsync()).Should().StartWith("Migration 1 ('first-tables') was applied with another text than this release's.");
    }

    private Task LaterReleaseAsync(int needs)
        => TestServer.SqlAsync($"INSERT INTO {Options.Schema}.migration VALUES (9999, 'later', 'x', 0); UPDATE {Options.Schema}.meta SET value = '{needs}' WHERE name = 'needs migration'");

    private async Task<string> OpenAsync()
    {
        await using var store = new PostgreSqlStore(Options, new FakeTime());
        return await RefusalAsync(async () => await store.OpenAsync());
    }
}
