using SocialOps.Relational;
using SocialOps.Relational.Sql;

namespace SocialOps.Sqlite;

/// <summary>The connections that read, kept open with their prepared statements. Thread-safe.</summary>
internal sealed class ReaderPool(DatabaseFile file, SqliteStoreOptions options)
{
    private const int MostIdle = 8;
    private readonly Lock _gate = new();
    private readonly Stack<Session> _idle = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inUse;
    private bool _closed;

    public Session Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));
            _inUse++;
            if (_idle.TryPop(out var session))
            {
                return session;
            }
        }

        try
        {
            return new(SqliteSettings.OpenReader(file, options), SqliteCatalogue.Instance, SqliteErrors.Translate);
        }
        catch
        {
            Left();
            throw;
        }
    }

    public void Return(Session session)
    {
        lock (_gate)
        {
            if (!_closed && _idle.Count < MostIdle)
            {
                _inUse--;
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
        Left();
    }

    /// <summary>Lets nobody read any more, closes what is idle and waits for the others.</summary>
    /// <returns>Whether all are closed.</returns>
    public async ValueTask<bool> CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            while (_idle.TryPop(out var session))
            {
                session.Dispose();
            }

            if (_inUse == 0)
            {
                _drained.TrySetResult();
            }
        }

        await _drained.Task.WaitAsync(options.BusyTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _drained.Task.IsCompleted;
    }

    private void Left()
    {
        lock (_gate)
        {
            _inUse--;
            if (_closed && _inUse == 0)
            {
                _drained.TrySetResult();
            }
        }
    }
}
