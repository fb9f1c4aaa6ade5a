using System.Data;
using System.Data.Common;
using Npgsql;
using SocialOps.Relational;
using SocialOps.Relational.Sql;
using SocialOps.Storage;

namespace SocialOps.PostgreSql;

/// <summary>The connections to one database and how transactions begin on them. Thread-safe.</summary>
internal sealed class Database(PostgreSqlStoreOptions options, PostgreSqlCatalogue sql) : IAsyncDisposable
{
    private const int MostLooks = 100;
    private readonly NpgsqlDataSource _connections = new NpgsqlDataSourceBuilder(ConnectionStrings.ForWork(options)).Build();

    public PostgreSqlCatalogue Sql => sql;

    /// <summary>Checks server and tables, after migrating them where that is on.</summary>
    /// <exception cref="StoreUnavailableException">They cannot be used; the message names the way out.</exception>
    public static async ValueTask<Database> OpenAsync(PostgreSqlStoreOptions options, Schema schema, PostgreSqlCatalogue sql, CancellationToken cancellationToken)
    {
        var database = new Database(options, sql);
        try
        {
            var connection = await database.ConnectAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                if ((await ServerCheck.ReadAsync(connection, cancellationToken).ConfigureAwait(false)).Refusal(options.AllowUnsafeServer) is { } refusal)
                {
                    throw new StoreUnavailableException(refusal);
                }

                if (options.MigrateOnStart)
                {
                    await schema.MigrateAsync(cancellationToken).ConfigureAwait(false);
                }

                await schema.CheckAsync(connection, cancellationToken).ConfigureAwait(false);
                if (options.RowLevelSecurity && await RowSecurity.RefusalAsync(connection, options.Schema, cancellationToken).ConfigureAwait(false) is { } unprotected)
                {
                    throw new StoreUnavailableException(unprotected);
                }
            }

            return database;
        }
        catch (Exception e)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            if (e is DbException error && PostgreSqlErrors.Translate(error) is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    /// <summary>A connection of the pool.</summary>
    /// <exception cref="StoreUnavailableException">There is none.</exception>
    public async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _connections.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e) when (PostgreSqlErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    public async ValueTask<PostgreSqlTransaction> BeginAsync(TenantId tenant, StoreAccess access, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var transaction = access == StoreAccess.Read
                ? await BeginReadAsync(connection, cancellationToken).ConfigureAwait(false)
                : await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            if (options.RowLevelSecurity)
            {
                await RowSecurity.SetTenantAsync(transaction, tenant, cancellationToken).ConfigureAwait(false);
            }

            return access == StoreAccess.Read ? new PostgreSqlReadTransaction(tenant, transaction, sql) : new PostgreSqlOwnTransaction(tenant, transaction, this, new());
        }
        catch (Exception e)
        {
            var lost = PostgreSqlErrors.Translate(e, connection);
            await connection.DisposeAsync().ConfigureAwait(false);
            if (lost is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    /// <summary>Runs what belongs to no single tenant, in a transaction of its own, and commits it.</summary>
    public async ValueTask<T> RunAsync<T>(Func<Session, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
                if (options.RowLevelSecurity)
                {
                    await RowSecurity.SetClaimsAsync(transaction, cancellationToken).ConfigureAwait(false);
                }

                var result = await work(NewSession(connection, transaction)).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            catch (Exception e) when (PostgreSqlErrors.Translate(e, connection) is { } translated)
            {
                throw translated;
            }
        }
    }

    /// <summary>Finds out whether a transaction was kept whose commit was not answered.</summary>
    /// <param name="number">The transaction's number.</param>
    /// <param name="unanswered">What the commit ended with.</param>
    /// <exception cref="StoreUnavailableException">It was not kept, or nobody can tell.</exception>
    public async ValueTask ConfirmAsync(string number, Exception unanswered)
    {
        string? outcome = null;
        try
        {
            var connection = await ConnectAsync(CancellationToken.None).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var session = NewSession(connection, null);
                for (var look = 0; look < MostLooks && outcome is null or "in progress"; look++)
                {
                    outcome = await session.Bind(sql.Outcomes.Of, number).FindAsync(row => row.IsDBNull(0) ? "forgotten" : row.GetString(0), CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (StoreUnavailableException)
        {
            // It cannot be asked: the outcome stays unknown.
        }

        if (outcome != "committed")
        {
            throw new StoreUnavailableException(
                outcome == "aborted"
                    ? $"PostgreSQL lost the connection at the commit; nothing of the transaction was kept. Do it again. ({unanswered.Message})"
                    : $"PostgreSQL lost the connection at the commit, and whether the transaction was kept is unknown. Read before doing it again. ({unanswered.Message})",
                unanswered);
        }
    }

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private Session NewSession(NpgsqlConnection connection, NpgsqlTransaction? transaction)
        => new(connection, sql, e => PostgreSqlErrors.Translate(e, connection), prepares: false) { Transaction = transaction };

    private static async ValueTask<NpgsqlTransaction> BeginReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        var command = new NpgsqlCommand("SET TRANSACTION READ ONLY", connection, transaction);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        return transaction;
    }
}
