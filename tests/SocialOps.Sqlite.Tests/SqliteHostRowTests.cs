using Microsoft.Data.Sqlite;
using SocialOps.Storage;
using SocialOps.Testing;

namespace SocialOps.Sqlite.Tests;

/// <summary>The host's own rows in the store's transaction.</summary>
public sealed class SqliteHostRowTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private SqliteStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = new(new() { DataSource = _folder.File("socialops.db") }, new FakeTime());
        await _store.SqlAsync("CREATE TABLE invoice (number TEXT NOT NULL)", StoreAccess.Write);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Connection_Commit_KeepsHostRowsWithOurs()
    {
        await using (var transaction = (ISqliteStoreTransaction)await _store.BeginAsync(TenantId.Default, StoreAccess.Write))
        {
            await WriteBothAsync(transaction);
            await transaction.CommitAsync();
        }

        (await CountAsync()).Should().Be((1, 1));
    }

    [Fact]
    public async Task Connection_NoCommit_KeepsNeither()
    {
        await using (var transaction = (ISqliteStoreTransaction)await _store.BeginAsync(TenantId.Default, StoreAccess.Write))
        {
            await WriteBothAsync(transaction);
        }

        (await CountAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task Connection_CommitRefused_KeepsNeither()
    {
        await _store.PutAsync("taken");
        await using (var transaction = (ISqliteStoreTransaction)await _store.BeginAsync(TenantId.Default, StoreAccess.Write))
        {
            await WriteBothAsync(transaction);
            var put = async () => await transaction.PutAsync(StoreUse.Record("taken"), 0);
            await put.Should().ThrowAsync<ConcurrencyConflictException>();
            var commit = async () => await transaction.CommitAsync();
            await commit.Should().ThrowAsync<ConcurrencyConflictException>();
        }

        (await CountAsync()).Should().Be((1, 0));
    }

    [Fact]
    public async Task Transaction_CommandMadeOtherwise_RunsInIt()
    {
        await using var transaction = (ISqliteStoreTransaction)await _store.BeginAsync(TenantId.Default, StoreAccess.Write);
        using var command = new SqliteCommand("INSERT INTO invoice VALUES ('1')", transaction.Connection, transaction.Transaction);

        command.ExecuteNonQuery().Should().Be(1);
    }

    [Fact]
    public async Task Connection_OfAReader_RefusesToWrite()
    {
        var write = async () => await _store.SqlAsync("INSERT INTO invoice VALUES ('1')");

        (await write.Should().ThrowAsync<SqliteException>()).WithMessage("*readonly*");
    }

    [Fact]
    public async Task Statement_OfTheHostAtFault_LeavesTheTransaction()
    {
        await using (var transaction = (ISqliteStoreTransaction)await _store.BeginAsync(TenantId.Default, StoreAccess.Write))
        {
            var write = () => transaction.Sql("INSERT INTO invoice VALUES (NULL)");
            write.Should().Throw<SqliteException>();
            await WriteBothAsync(transaction);
            await transaction.CommitAsync();
        }

        (await CountAsync()).Should().Be((1, 1));
    }

    private static async Task WriteBothAsync(ISqliteStoreTransaction transaction)
    {
        await transaction.PutAsync(StoreUse.Record("a"), 0);
        transaction.Sql("INSERT INTO invoice VALUES ('1')");
    }

    private async Task<(int Ours, int Hosts)> CountAsync() => ((await _store.IdsAsync()).Count, int.Parse((await _store.SqlAsync("SELECT count(*) FROM invoice"))!));
}
