using Microsoft.Data.Sqlite;

namespace SocialOps.Sqlite;

/// <summary>
/// Keeps the write-ahead log small. SQLite's own checkpoint never gets through while readers overlap; this one lets them finish, because readers that begin
/// meanwhile are already served by the database file. A reader that stays for long is waited for 100 ms, then again after as many bytes more.
/// </summary>
internal sealed class WalLimit(SqliteConnection writer, DatabaseFile file, SqliteStoreOptions options)
{
    private const int Patience = 100;
    private readonly FileInfo _wal = new(file.Wal);
    private long _next = options.WalLimit;

    /// <summary>To be called by the writer, outside a transaction.</summary>
    public void Watch()
    {
        _wal.Refresh();
        if (!_wal.Exists || _wal.Length < _next)
        {
            return;
        }

        var stayed = !TryEmpty(Patience);
        _next = options.WalLimit + (stayed ? _wal.Length : 0);
    }

    /// <summary>Moves what the log holds into the file and cuts the log to nothing, waiting for readers as long as a writer is waited for.</summary>
    /// <exception cref="StoreUnavailableException">A reader stayed.</exception>
    private void Empty()
    {
        if (!TryEmpty((int)options.BusyTimeout.TotalMilliseconds))
        {
            throw new StoreUnavailableException($"A reading transaction has not ended within {options.BusyTimeout.TotalSeconds:0.###} s, so the write-ahead log still holds what was overwritten. Ask again.");
        }
    }

    /// <summary>
    /// Writes the file anew, then empties the log. Zeros where rows stood are not enough: when SQLite moves rows from one page to another, copies of them stay in the gaps of the pages.
    /// </summary>
    /// <exception cref="StoreUnavailableException">A reader stayed.</exception>
    public void Rewrite()
    {
        SqliteSettings.Pragma(writer, "temp_store = FILE"); // in memory, the copy would need as much of it as the file is large
        try
        {
            using var command = writer.CreateCommand();
            command.CommandText = "VACUUM";
            command.ExecuteNonQuery();
        }
        finally
        {
            SqliteSettings.Pragma(writer, "temp_store = MEMORY");
        }

        Empty();
    }

    private bool TryEmpty(int patience)
    {
        SqliteSettings.Pragma(writer, $"busy_timeout = {patience}");
        var isEmpty = SqliteSettings.Pragma(writer, "wal_checkpoint(TRUNCATE)") == "0";
        SqliteSettings.Pragma(writer, $"busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds}");
        return isEmpty;
    }
}
