using Microsoft.Data.Sqlite;
using SocialOps.Relational;
using SocialOps.Relational.Sql;

namespace SocialOps.Sqlite;

/// <summary>The one connection that writes, and the turn that a writer takes. Thread-safe up to the turn; within it one caller at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TimeSpan _busyTimeout;
    private readonly WalLimit _wal;
    private volatile StoreUnavailableException? _failure;

    public SqliteWriter(SqliteConnection connection, DatabaseFile file, SqliteStoreOptions options)
    {
        Connection = connection;
        Session = new(connection, SqliteCatalogue.Instance, Translate);
        _busyTimeout = options.BusyTimeout;
        _wal = new(connection, file, options);
    }

    public SqliteConnection Connection { get; }

    public Session Session { get; }

    public SqliteTransaction Transaction => (SqliteTransaction)(Session.Transaction ?? throw new InvalidOperationException("The transaction is over."));

    /// <summary>Waits for the turn and begins a transaction that holds the write lock from the start.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(_busyTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw new StoreUnavailableException($"The writing transaction before this one has not ended within {_busyTimeout.TotalSeconds:0.###} s. Dispose every transaction, and keep slow calls out of them.");
        }

        try
        {
            if (_failure is { } failure)
            {
                throw new StoreUnavailableException($"Nothing more is written since: {failure.Message}", failure);
            }

            Session.Transaction = Connection.BeginTransaction(deferred: false);
        }
        catch (Exception e)
        {
            _turn.Release();
            if (e is SqliteException error && Translate(error) is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    /// <summary>Keeps the transaction; when this returns it is on the disk.</summary>
    public void Commit()
    {
        try
        {
            Transaction.Commit();
        }
        catch (SqliteException e) when (Translate(e) is { } translated)
        {
            throw translated;
        }

        Forget();
        _wal.Watch();
    }

    /// <summary>Gives the turn back; rolls back what was not kept.</summary>
    public void End()
    {
        try
        {
            Forget();
        }
        catch (SqliteException e)
        {
            _failure ??= new("A transaction could not be rolled back. Start again.", e);
        }
        finally
        {
            Session.Transaction = null;
            _turn.Release();
        }
    }

    /// <summary>Waits for the turn and empties the write-ahead log.</summary>
    public async ValueTask RewriteAsync(CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(_busyTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw new StoreUnavailableException($"The writing transaction before this one has not ended within {_busyTimeout.TotalSeconds:0.###} s. Ask again.");
        }

        try
        {
            _wal.Rewrite();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until no transaction is running and lets none begin again.</summary>
    public ValueTask<bool> StopAsync() => new(_turn.WaitAsync(_busyTimeout));

    public void Dispose()
    {
        Session.Dispose();
        _turn.Dispose();
    }

    private void Forget()
    {
        Session.Transaction?.Dispose();
        Session.Transaction = null;
    }

    private StoreUnavailableException? Translate(Exception error)
    {
        var translated = SqliteErrors.Translate(error);
        if (SqliteErrors.IsFatal(error))
        {
            _failure ??= translated;
        }

        return translated;
    }
}
