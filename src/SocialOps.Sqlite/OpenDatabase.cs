using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SocialOps.Relational.Migrations;
using SocialOps.Relational.Sql;

namespace SocialOps.Sqlite;

/// <summary>The file while it is open: the right to it, the one writer, the readers.</summary>
internal sealed partial class OpenDatabase
{
    private static readonly Version FirstSound = new(3, 51, 3);
    private readonly FileLock? _lock;
    private readonly SqliteWriter? _writer;
    private readonly ReaderPool _readers;

    private OpenDatabase(FileLock? held, SqliteWriter? writer, ReaderPool readers) => (_lock, _writer, _readers) = (held, writer, readers);

    public SqliteWriter Writer => _writer ?? throw new StoreUnavailableException("The database was opened to be read. Open it without ReadOnly to write.");

    /// <summary>Opens the file to be read only, whoever has it.</summary>
    public static async ValueTask<OpenDatabase> OpenReadOnlyAsync(SqliteStoreOptions options, CancellationToken cancellationToken)
    {
        var file = DatabaseFile.Locate(options.DataSource);
        if (!File.Exists(file.Path))
        {
            throw new StoreUnavailableException($"There is no database '{file.Path}' to be read. Correct DataSource.");
        }

        var database = new OpenDatabase(null, null, new(file, options));
        try
        {
            var session = database._readers.Rent();
            try
            {
                await new Migrator(session, SqliteCatalogue.Instance, Migration.Of(SqlDialect.Sqlite.Name)).RunAsync(apply: false, 0, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                database._readers.Return(session);
            }

            return database;
        }
        catch (Exception e)
        {
            await database.CloseAsync().ConfigureAwait(false);
            throw e is SqliteException error && SqliteErrors.Translate(error) is { } translated ? translated : e;
        }
    }

    public static async ValueTask<OpenDatabase> OpenAsync(SqliteStoreOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var file = DatabaseFile.Locate(options.DataSource);
        var held = FileLock.Take(file);
        SqliteWriter? writer = null;
        try
        {
            writer = new(SqliteSettings.OpenWriter(file, options.BusyTimeout, c => CheckFile(c, file, held.WasUnclean, logger)), file, options);
            var at = time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000;
            await new Migrator(writer.Session, SqliteCatalogue.Instance, Migration.Of(SqlDialect.Sqlite.Name))
                .RunAsync(options.MigrateOnStart, at, cancellationToken).ConfigureAwait(false);
            await writer.BeginAsync(cancellationToken).ConfigureAwait(false);
            await writer.Session.Bind(SqliteCatalogue.Instance.Claims.VoidLeases).ExecuteAsync(cancellationToken).ConfigureAwait(false);
            writer.Commit();
            writer.End();
            return new(held, writer, new(file, options));
        }
        catch (Exception e)
        {
            writer?.Dispose();
            held.Dispose();
            if (e is SqliteException error && SqliteErrors.Translate(error) is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    /// <summary>Begins to read on a connection of its own.</summary>
    public SqliteReadTransaction Read(TenantId tenant)
    {
        try
        {
            var session = _readers.Rent();
            try
            {
                session.Transaction = ((SqliteConnection)session.Connection).BeginTransaction(deferred: true);
                return new(tenant, session, _readers);
            }
            catch
            {
                _readers.Return(session);
                throw;
            }
        }
        catch (SqliteException e) when (SqliteErrors.Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Closes the readers, then the writer, whose closing empties the log.</summary>
    public async ValueTask CloseAsync()
    {
        if (await _readers.CloseAsync().ConfigureAwait(false) && _writer is not null && await _writer.StopAsync().ConfigureAwait(false))
        {
            _writer.Dispose();
            _lock!.MarkClean();
            _lock.Dispose();
        }
    }

    private static void CheckFile(SqliteConnection connection, DatabaseFile file, bool wasUnclean, ILogger logger)
    {
        if (Version.TryParse(connection.ServerVersion, out var version) && version < FirstSound)
        {
            OldSqlite(logger, version);
        }

        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
        {
            throw new StoreUnavailableException($"The database '{file.Path}' is read-only. Give this process the right to write it and its directory.");
        }

        if (wasUnclean)
        {
            UncleanStop(logger, file.Path);
            if (FirstFault(connection) is { } fault)
            {
                throw new StoreUnavailableException($"The database '{file.Path}' is corrupt: {fault} Nothing was repaired. Restore a backup.");
            }
        }
    }

    private static string? FirstFault(SqliteConnection connection)
    {
        try
        {
            return SqliteSettings.Pragma(connection, "quick_check") is { } found && found != "ok" ? found : null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            return e.Message;
        }
    }

    [LoggerMessage(201, LogLevel.Information, "SQLite {Version} has a fault in its write-ahead log that 3.51.3 corrects; the store's single writer does not meet it.")]
    private static partial void OldSqlite(ILogger logger, Version version);

    [LoggerMessage(202, LogLevel.Information, "The database {Path} was not closed by its last process; it is checked before use.")]
    private static partial void UncleanStop(ILogger logger, string path);
}
