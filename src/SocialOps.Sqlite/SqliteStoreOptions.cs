using Microsoft.Data.Sqlite;

namespace SocialOps.Sqlite;

/// <summary>Where the database file is and how long the store waits for it.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The path of the database file on a local disk. Its directory must exist; the file is made when it does not. Beside it stand <c>.lock</c>, <c>.pid</c>, <c>-wal</c> and <c>-shm</c>.</summary>
    public required string DataSource { get; init; }

    /// <summary>How long a writing transaction waits for the one before it, and SQLite for a lock of another program: more than zero, at most an hour. Default 5 s.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether opening brings the tables to this release's. Otherwise a database that lacks a migration is refused. Default on.</summary>
    public bool MigrateOnStart { get; init; } = true;

    /// <summary>
    /// Whether the file is only read, beside the process that has it or without one: nothing is locked, migrated, written or checkpointed, and every write is refused. Default off.
    /// </summary>
    public bool ReadOnly { get; init; }

    /// <summary>The size of the write-ahead log in bytes from which the store empties it itself.</summary>
    internal long WalLimit { get; init; } = 16 * 1024 * 1024;

    /// <summary>The options that a connection string stands for, e.g. <c>Data Source=socialops.db</c>; its <c>Data Source</c> is used, and <c>Default Timeout</c> as <see cref="BusyTimeout"/>.</summary>
    /// <exception cref="ArgumentException">It is not a connection string, or names no file.</exception>
    public static SqliteStoreOptions FromConnectionString(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        if (parts.Mode != SqliteOpenMode.ReadWriteCreate || parts.Password.Length > 0 || parts.Cache == SqliteCacheMode.Shared)
        {
            throw new ArgumentException("Only Data Source and Default Timeout are possible: the store opens the file in its own way.", nameof(connectionString));
        }

        var options = new SqliteStoreOptions { DataSource = parts.DataSource };
        return parts.ContainsKey("Default Timeout") && parts.DefaultTimeout != 30 ? options with { BusyTimeout = TimeSpan.FromSeconds(parts.DefaultTimeout) } : options;
    }

    /// <summary>The options again, after the check.</summary>
    internal SqliteStoreOptions Checked()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DataSource);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(BusyTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BusyTimeout, TimeSpan.FromHours(1));
        return !DataSource.StartsWith(":memory:", StringComparison.OrdinalIgnoreCase) && !DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? this
            : throw new ArgumentException($"DataSource is '{DataSource}'. It must be the path of a file; for rows in memory use the in-memory store.");
    }
}
