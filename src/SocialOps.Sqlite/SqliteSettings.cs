using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SocialOps.Sqlite;

/// <summary>Opens connections and proves that the settings that durability rests on are really in force.</summary>
internal static class SqliteSettings
{
    private static readonly (string Name, string Value, string ReadBack)[] Common =
        [("foreign_keys", "ON", "1"), ("mmap_size", "0", "0"), ("secure_delete", "ON", "1"), ("temp_store", "MEMORY", "2")];

    private static readonly (string Name, string Value, string ReadBack)[] OfWriter =
        [("journal_mode", "WAL", "wal"), ("synchronous", "FULL", "2"), ("cache_size", "-32768", "-32768")];

    private static readonly (string Name, string Value, string ReadBack)[] OfReader =
        [("query_only", "ON", "1"), ("wal_autocheckpoint", "0", "0"), ("synchronous", "FULL", "2")];

    /// <summary>The one connection that writes and checkpoints.</summary>
    public static SqliteConnection OpenWriter(DatabaseFile file, TimeSpan busyTimeout, Action<SqliteConnection> beforeUse)
        => Open(file, SqliteOpenMode.ReadWriteCreate, busyTimeout, OfWriter, beforeUse);

    /// <summary>A connection that only reads. It must be closed before the writer, whose closing empties the log.</summary>
    public static SqliteConnection OpenReader(DatabaseFile file, SqliteStoreOptions options)
        => Open(file, options.ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, options.BusyTimeout, OfReader, _ => { });

    /// <summary>Sets or reads a setting.</summary>
    /// <returns>The last column of the answer's first row as text; <see langword="null"/> without a row.</returns>
    public static string? Pragma(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this assembly come here.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        string? answer = null;
        while (reader.Read())
        {
            answer ??= Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture);
        }

        return answer;
    }

    private static SqliteConnection Open(
        DatabaseFile file, SqliteOpenMode mode, TimeSpan busyTimeout, (string, string, string)[] own, Action<SqliteConnection> beforeUse)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file.Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            KeepPlans(connection);
            Pragma(connection, string.Create(CultureInfo.InvariantCulture, $"busy_timeout = {(int)busyTimeout.TotalMilliseconds}"));
            beforeUse(connection);
            Apply(connection, Common);
            Apply(connection, own);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A plan does not depend on the values that are bound: without this, binding a LIMIT anew parses and plans the statement anew.</summary>
    private static void KeepPlans(SqliteConnection connection)
    {
        const int enablePlanStability = 1007; // SQLITE_DBCONFIG_ENABLE_QPSG
        _ = SQLitePCL.raw.sqlite3_db_config(connection.Handle, enablePlanStability, 1, out _);
    }

    private static void Apply(SqliteConnection connection, (string Name, string Value, string ReadBack)[] settings)
    {
        foreach (var (name, value, expected) in settings)
        {
            Pragma(connection, $"{name} = {value}");
            var actual = Pragma(connection, name) ?? "0";
            if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw new StoreUnavailableException($"SQLite's setting {name} is {actual} after it was set to {value}: the store would not be safe. Use a local disk and the SQLite of this package.");
            }
        }
    }
}
