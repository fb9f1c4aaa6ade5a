using Microsoft.Data.Sqlite;

namespace SocialOps.Sqlite;

/// <summary>What SQLite's errors mean for the host.</summary>
internal static class SqliteErrors
{
    /// <summary>After these nothing more may be written: what the file holds is no longer certain.</summary>
    public static bool IsFatal(Exception error) => error is SqliteException { SqliteErrorCode: 10 or 11 or 26 };

    /// <summary>The library's exception, or <see langword="null"/> when the statement itself is at fault.</summary>
    public static StoreUnavailableException? Translate(Exception error)
    {
        var reason = (error as SqliteException)?.SqliteErrorCode switch
        {
            5 or 6 => "another program has locked the database. Close it: one process at a time may use the file.",
            7 => "there is not enough memory.",
            8 => "the database is read-only. Give this process the right to write it and its directory.",
            10 => "the disk reported an error; whether the last transaction was kept is unknown. Check the disk, then start again.",
            11 => "the database is corrupt. Nothing was repaired: restore a backup.",
            13 => "the disk is full. Make room; nothing of the transaction was kept.",
            14 => "the database cannot be opened. Check that the path exists and may be written.",
            26 => "the file is not a SQLite database. Correct DataSource, or restore a backup.",
            _ => null,
        };
        return reason is null ? null : new($"SQLite cannot go on: {reason} ({error.Message})", error);
    }
}
