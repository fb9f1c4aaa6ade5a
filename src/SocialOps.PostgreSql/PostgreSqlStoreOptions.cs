using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>Which database the store uses and how long it waits for it. Can be bound from configuration; the store keeps a copy.</summary>
public sealed record PostgreSqlStoreOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Npgsql's connection string. The store adds its own time limits, and prepares statements; a pooler that shares connections between transactions is not possible.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The schema of the store's tables: 1 to 48 small letters, digits or underscores, not beginning with a digit. Default <c>socialops</c>.</summary>
    public string Schema { get; set; } = "socialops";

    /// <summary>Whether opening brings the tables to this release's. Default off: call <see cref="PostgreSqlStore.MigrateAsync"/> when a release is rolled out.</summary>
    public bool MigrateOnStart { get; set; }

    /// <summary>
    /// Whether a server that may lose or damage what it has acknowledged (<c>fsync</c>, <c>synchronous_commit</c> or <c>full_page_writes</c> off, or older than
    /// PostgreSQL 15) is used all the same. The store then promises no durability. Default off.
    /// </summary>
    public bool AllowUnsafeServer { get; set; }

    /// <summary>
    /// Whether the server itself keeps tenants apart, as a second net below the store's own filters. Run <see cref="PostgreSqlStore.RowSecurityScript"/> as the tables' owner once and connect as
    /// the user that it names; opening refuses a user whom the policies do not hold. One more statement a transaction. Default off.
    /// </summary>
    public bool RowLevelSecurity { get; set; }

    /// <summary>How long a statement waits for a row that another transaction holds: at least 1 ms, at most an hour. Default 8 s.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one statement may take: at least 1 ms, at most an hour. Default 30 s.</summary>
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a transaction may stand idle between two statements before the server ends it: at least 1 ms, at most an hour. Default 15 s.</summary>
    public TimeSpan IdleInTransactionTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The greatest difference between the host's clock and the database's with which work is claimed. Default 30 s; from 2 s on it is logged.
    /// <see cref="Timeout.InfiniteTimeSpan"/> for none, where the host's time is not the real one, as in a test.
    /// </summary>
    public TimeSpan MostClockDifference { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The schema only: a connection string holds a password.</summary>
    public override string ToString() => $"{nameof(PostgreSqlStoreOptions)} {{ {nameof(Schema)} = {Schema} }}";

    /// <summary>A copy of the options, after the check.</summary>
    internal PostgreSqlStoreOptions Checked() => Faults().ToList() is { Count: > 0 } faults ? throw new ArgumentException(string.Join(Environment.NewLine, faults)) : this with { };

    /// <summary>Takes all of another's values.</summary>
    internal void Take(PostgreSqlStoreOptions other)
    {
        (ConnectionString, Schema, MigrateOnStart, AllowUnsafeServer, RowLevelSecurity) = (other.ConnectionString, other.Schema, other.MigrateOnStart, other.AllowUnsafeServer, other.RowLevelSecurity);
        (LockTimeout, StatementTimeout, IdleInTransactionTimeout, MostClockDifference) = (other.LockTimeout, other.StatementTimeout, other.IdleInTransactionTimeout, other.MostClockDifference);
    }

    /// <summary>What is out of its bounds, each with the way out. A connection string holds a password, so none is repeated.</summary>
    internal IEnumerable<string> Faults()
    {
        if (FaultOfConnection() is { } fault)
        {
            yield return fault;
        }

        if (Schema is not { Length: > 0 and <= 48 } || char.IsAsciiDigit(Schema[0]) || Schema.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_'))
        {
            yield return $"Schema is '{Schema}'. It must be 1 to 48 small letters, digits or underscores, and not begin with a digit.";
        }

        foreach (var (value, name) in new[] { (LockTimeout, nameof(LockTimeout)), (StatementTimeout, nameof(StatementTimeout)), (IdleInTransactionTimeout, nameof(IdleInTransactionTimeout)) })
        {
            if (value < TimeSpan.FromMilliseconds(1) || value > Longest)
            {
                yield return $"{name} is {value}. It must be at least 1 ms and at most an hour.";
            }
        }

        if (MostClockDifference <= TimeSpan.Zero && MostClockDifference != Timeout.InfiniteTimeSpan)
        {
            yield return $"MostClockDifference is {MostClockDifference}. It must be more than zero, or Timeout.InfiniteTimeSpan.";
        }
    }

    private string? FaultOfConnection()
    {
        const string Example = "call UsePostgreSql(\"Host=localhost;Database=agency;Username=agency\"), or set it in the configuration.";
        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            return $"ConnectionString of PostgreSqlStoreOptions is missing: {Example}";
        }

        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(ConnectionString).Host) ? $"ConnectionString of PostgreSqlStoreOptions names no Host: {Example}" : null;
        }
        catch (ArgumentException)
        {
            return $"ConnectionString of PostgreSqlStoreOptions is not one of Npgsql's: {Example}";
        }
    }
}
