using Npgsql;
using SocialOps.Storage;
using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

/// <summary>The host's own rows in the store's transaction.</summary>
public sealed class PostgreSqlHostRowTests : StoreTest
{
    [Fact]
    public async Task Connection_Commit_KeepsHostRowsWithOurs()
    {
        await Store.WriteAsync(WriteBothAsync);

        (await CountAsync()).Should().Be((1, 1));
    }

    [Fact]
    public async Task Connection_NoCommit_KeepsNeither()
    {
        await using (var transaction = (IPostgreSqlStoreTransaction)await Store.BeginAsync(TenantId.Default, StoreAccess.Write))
        {
            await WriteBothAsync(transaction);
        }

        (await CountAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task Connection_CommitRefused_KeepsNeither()
    {
        await Store.PutAsync("taken");
        var write = () => Store.WriteAsync(async transaction =>
        {
            await WriteBothAsync(transaction);
            await transaction.PutAsync(Record("taken"), 0);
        });

        await write.Should().ThrowAsync<ConcurrencyConflictException>();
        (await CountAsync()).Should().Be((1, 0));
    }

    [Fact]
    public async Task Connection_OfAReader_RefusesToWrite()
    {
        var write = () => Store.SqlAsync($"INSERT INTO {Options.Schema}.invoice VALUES ('1')");

        (await write.Should().ThrowAsync<PostgresException>()).WithMessage("*read-only*");
    }

    [Fact]
    public async Task Commit_AfterTheHostsStatementFailed_IsRefused()
    {
        var write = () => Store.WriteAsync(async transaction =>
        {
            await WriteBothAsync(transaction);
            var atFault = () => transaction.Connection.SqlAsync($"INSERT INTO {Options.Schema}.invoice VALUES (NULL)");
            await atFault.Should().ThrowAsync<PostgresException>();
        });

        (await RefusalAsync(write)).Should().Contain("a statement of this transaction failed before, so nothing of it can be kept.");
        (await CountAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task Commit_HostsStatementFailedBehindASavepoint_KeepsTheRest()
    {
        await Store.WriteAsync(async transaction =>
        {
            await transaction.Transaction.SaveAsync("mine");
            var atFault = () => transaction.Connection.SqlAsync($"INSERT INTO {Options.Schema}.invoice VALUES (NULL)");
            await atFault.Should().ThrowAsync<PostgresException>();
            await transaction.Transaction.RollbackAsync("mine");
            await WriteBothAsync(transaction);
        });

        (await CountAsync()).Should().Be((1, 1));
    }

    private protected override async Task PrepareAsync()
    {
        await Store.OpenAsync();
        await TestServer.SqlAsync($"CREATE TABLE {Options.Schema}.invoice (number text NOT NULL)");
    }

    private async Task WriteBothAsync(IPostgreSqlStoreTransaction transaction)
    {
        await transaction.PutAsync(Record("a"), 0);
        await transaction.AppendAsync(Event("a"));
        await transaction.Connection.SqlAsync($"INSERT INTO {Options.Schema}.invoice VALUES ('1')");
    }

    private async Task<(int Ours, int Hosts)> CountAsync()
        => ((await Store.IdsAsync()).Count, int.Parse(await Store.SqlAsync($"SELECT count(*) FROM {Options.Schema}.invoice")));
}
