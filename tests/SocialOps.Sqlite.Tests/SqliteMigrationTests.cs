using SocialOps.Relational.Migrations;
using SocialOps.Storage;
using SocialOps.Testing;

namespace SocialOps.Sqlite.Tests;

public sealed class SqliteMigrationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_Sqlite_IsNumberedWithoutGaps()
        => Migration.Of("sqlite").Select(m => m.Number).Should().NotBeEmpty().And.Equal(Enumerable.Range(1, Migration.Of("sqlite").Count));

    [Fact]
    public async Task Open_NewFile_RecordsEveryMigration()
    {
        await using var store = New();

        (await store.SqlAsync("SELECT group_concat(number || ' ' || name || ' ' || checksum) FROM so_migration ORDER BY number"))
            .Should().Be(string.Join(',', Migration.Of("sqlite").Select(m => $"{m.Number} {m.Name} {m.Checksum}")));
    }

    [Fact]
    public async Task Open_AgainAfterwards_AppliesNothing()
    {
        await ReopenAfterAsync("UPDATE so_migration SET applied_at = 7");
        await using var store = New();

        (await store.SqlAsync("SELECT max(applied_at) FROM so_migration")).Should().Be("7");
    }

    [Fact]
    public async Task Open_FileOfALaterRelease_IsRefused()
    {
        await ReopenAfterAsync("INSERT INTO so_migration VALUES (9999, 'later', 'x', 0); UPDATE so_meta SET value = '9999' WHERE name = 'needs migration'");

        (await RefusalAsync(New())).Should().Be("The database has migration 9999 ('later'), which this release does not know: it was written by a later release. Run that one.");
    }

    [Fact]
    public async Task Open_FileToWhichALaterReleaseOnlyAdded_GoesOn()
    {
        await ReopenAfterAsync("INSERT INTO so_migration VALUES (9999, 'later', 'x', 0)");
        await using var store = New();

        (await store.SqlAsync("SELECT value FROM so_meta WHERE name = 'needs migration'")).Should().Be("1");
    }

    [Fact]
    public async Task Open_MigrationWithAnotherText_IsRefused()
    {
        await ReopenAfterAsync("UPDATE so_migration SET checksum = 'x' WHERE number = 1");

        (await RefusalAsync(New())).Should().StartWith("Migration 1 ('first-tables') was applied with another text than this release's.");
    }

    [Fact]
    public async Task Open_MigrationsOffAndMissing_IsRefused()
        => (await RefusalAsync(New(migrate: false))).Should().Match("The database lacks * migration(s), the first is 'first-tables'. Call UseSqlite with MigrateOnStart on.");

    [Fact]
    public async Task Open_MigrationsOffAndComplete_Opens()
    {
        await ReopenAfterAsync("SELECT 1");
        await using var store = New(migrate: false);

        await store.OpenAsync();
    }

    private static async Task<string> RefusalAsync(SqliteStore store)
    {
        var open = async () => await store.OpenAsync();
        return (await open.Should().ThrowAsync<StoreUnavailableException>()).Which.Message;
    }

    private async Task ReopenAfterAsync(string sql)
    {
        await using var store = New();
        await store.SqlAsync(sql, StoreAccess.Write);
    }

    private SqliteStore New(bool migrate = true) => new(new() { DataSource = _folder.File("socialops.db"), MigrateOnStart = migrate }, new FakeTime());
}
