using System.Globalization;

namespace SocialOps.Relational.Migrations;

/// <summary>
/// Brings a database to this release's schema: forward only, each step in one transaction with its record. Steps of a later release are let be while they only add; one after which this
/// release may work no more is refused, at the start and at the next claim (reliability F29).
/// </summary>
internal sealed class Migrator(Session session, Sql.SqlCatalogue sql, IReadOnlyList<Migration> migrations)
{
    /// <summary>Checks what was applied and applies what is missing.</summary>
    /// <param name="apply">Whether to apply; otherwise missing steps are refused.</param>
    /// <param name="at">Recorded with each step, in microseconds.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="StoreUnavailableException">The database is of a later release, was changed, or is behind and must not be migrated here.</exception>
    public async ValueTask RunAsync(bool apply, long at, CancellationToken cancellationToken)
    {
        if (apply)
        {
            await session.Bind(sql.Migrations.Create).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }

        var applied = await AppliedAsync(cancellationToken).ConfigureAwait(false);
        if (applied.Count > 0)
        {
            var needs = await NeedsAsync(cancellationToken).ConfigureAwait(false) ?? applied[^1].Number;
            foreach (var step in applied)
            {
                Check(step.Number, step.Name, step.Checksum, needs);
            }
        }

        if (applied.Count < migrations.Count && !apply)
        {
            throw new StoreUnavailableException($"The database lacks {migrations.Count - applied.Count} migration(s), the first is '{migrations[applied.Count].Name}'. {sql.Dialect.HowToMigrate}");
        }

        for (var next = applied.Count; next < migrations.Count; next++)
        {
            await ApplyAsync(migrations[next], at, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether this release may still work on the tables.</summary>
    /// <exception cref="StoreUnavailableException">A later one has changed what this one uses.</exception>
    public async ValueTask CheckNeedsAsync(CancellationToken cancellationToken)
    {
        if (await NeedsAsync(cancellationToken).ConfigureAwait(false) is { } needs && needs > migrations.Count)
        {
            throw new StoreUnavailableException($"The database was brought to a later release, which knows migration {needs}; this one knows {migrations.Count} and works on it no more. End this process; what it would have done is done by the later release.") { IsOfALaterRelease = true };
        }
    }

    private async ValueTask<int?> NeedsAsync(CancellationToken cancellationToken)
        => await session.Bind(sql.Migrations.Needs).FindAsync(row => row.GetString(0), cancellationToken).ConfigureAwait(false) is { } needs ? int.Parse(needs, CultureInfo.InvariantCulture) : null;

    private async ValueTask<List<(int Number, string Name, string Checksum)>> AppliedAsync(CancellationToken cancellationToken)
        => await session.Bind(sql.Migrations.Exists).ListAsync(_ => true, cancellationToken).ConfigureAwait(false) is []
            ? []
            : await session.Bind(sql.Migrations.Applied)
                .ListAsync(row => (row.GetInt32(0), row.GetString(1), row.GetString(2)), cancellationToken).ConfigureAwait(false);

    private void Check(int number, string name, string checksum, int needs)
    {
        if (number > migrations.Count)
        {
            if (needs <= migrations.Count)
            {
                return;
            }

            throw new StoreUnavailableException($"The database has migration {number} ('{name}'), which this release does not know: it was written by a later release. Run that one.") { IsOfALaterRelease = true };
        }

        if (!string.Equals(migrations[number - 1].Checksum, checksum, StringComparison.Ordinal))
        {
            throw new StoreUnavailableException($"Migration {number} ('{name}') was applied with another text than this release's. Run the release that made this database, or restore a backup.");
        }
    }

    private async ValueTask ApplyAsync(Migration migration, long at, CancellationToken cancellationToken)
    {
        var transaction = await session.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            session.Transaction = transaction;
            var command = session.Connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.Transaction = transaction;
#pragma warning disable CA2100 // The text is a resource of this assembly.
                command.CommandText = migration.Text;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            await session.Bind(sql.Migrations.Record, migration.Number, migration.Name, migration.Checksum, at).ExecuteAsync(cancellationToken).ConfigureAwait(false);
            await session.Bind(sql.Migrations.Need, migrations.Take(migration.Number).Max(m => m.Needs).ToString(CultureInfo.InvariantCulture)).ExecuteAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            session.Transaction = null;
        }
    }
}
