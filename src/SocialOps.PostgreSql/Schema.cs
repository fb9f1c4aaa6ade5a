using Npgsql;
using SocialOps.Relational;
using SocialOps.Relational.Migrations;
using SocialOps.Relational.Sql;

namespace SocialOps.PostgreSql;

/// <summary>Checks the store's tables and brings them up to date.</summary>
internal sealed class Schema(PostgreSqlStoreOptions options, PostgreSqlCatalogue sql, TimeProvider time)
{
    /// <summary>Whether the tables are this release's, without changing anything.</summary>
    /// <exception cref="StoreUnavailableException">They are not; the message names the remedy.</exception>
    public async ValueTask CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
        => await new Migrator(NewSession(connection), sql, Migration.Of(sql.Dialect.Name)).RunAsync(apply: false, 0, cancellationToken).ConfigureAwait(false);

    /// <summary>Makes the schema where it is missing and applies what it lacks. Of several at once one does it, the others wait.</summary>
    public async ValueTask MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = new NpgsqlConnection(ConnectionStrings.ForMigrations(options));
            await using (connection.ConfigureAwait(false))
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                await ExecuteAsync(connection, $"SELECT pg_advisory_lock(hashtextextended('socialops migrates {options.Schema}', 0))", cancellationToken).ConfigureAwait(false);
                await ExecuteAsync(
                    connection,
                    $"DO $$ BEGIN IF to_regnamespace('{options.Schema}') IS NULL THEN CREATE SCHEMA {options.Schema}; END IF; END $$",
                    cancellationToken).ConfigureAwait(false);
                await new Migrator(NewSession(connection), sql, Migration.Of(sql.Dialect.Name))
                    .RunAsync(apply: true, time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException e) when (PostgreSqlErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    private Session NewSession(NpgsqlConnection connection) => new(connection, sql, e => PostgreSqlErrors.Translate(e, connection), prepares: false);

    private static async ValueTask ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The schema's name is checked.
        var command = new NpgsqlCommand(text, connection);
#pragma warning restore CA2100
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
