using Microsoft.Data.Sqlite;

namespace SocialOps.Sqlite;

/// <summary>Where the database file is and how long the store waits for it. Can be bound from configuration; the store keeps a copy.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The path of the database file on a local disk. Its directory must exist; the file is made when it does not. Beside it stand <c>.lock</c>, <c>.pid</c>, <c>-wal</c> and <c>-shm</c>.</summary>
    public string DataSource { get; set; } = "";

    /// <summary>How long a writing transaction waits for the one before it, and SQLite for a lock of another program: more than zero, at most an hour. Default 5 s.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether opening brings the tables to this release's. Otherwise a database that lacks a migration is refused. Default on.</summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>
    /// Whether the file is only read, beside the process that has it or without one: nothing is locked, migrated, written or checkpointed, and every write is refused. Default off.
    /// </summary>
    public bool ReadOnly { get; set; }

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

    /// <summary>A copy of the options, after the check.</summary>
    internal SqliteStoreOptions Checked() => Faults().ToList() is { Count: > 0 } faults ? throw new ArgumentException(string.Join(Environment.NewLine, faults)) : this with { };

    /// <summary>Takes all of another's values.</summary>
    internal void Take(SqliteStoreOptions other) => (DataSource, BusyTimeout, MigrateOnStart, ReadOnly) = (other.DataSource, other.BusyTimeout, other.MigrateOnStart, other.ReadOnly);

    /// <summary>What is out of its bounds, each with the way out.</summary>
    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(DataSource))
        {
            yield return "DataSource of SqliteStoreOptions is missing: call UseSqlite(\"Data Source=socialops.db\"), or set it in the configuration.";
        }
        else if (DataSource.StartsWith(":memory:", StringComparison.OrdinalIgnoreCase) || DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"DataSource of SqliteStoreOptions is '{DataSource}', not the path of a file: correct UseSqlite, or call UseInMemory() for rows in memory.";
        }

        if (BusyTimeout <= TimeSpan.Zero || BusyTimeout > TimeSpan.FromHours(1))
        {
            yield return $"BusyTimeout of SqliteStoreOptions is {BusyTimeout}: it must be more than zero and at most an hour.";
        }
    }
}
