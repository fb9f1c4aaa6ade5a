using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>Which database the store uses and how long it waits for it.</summary>
public sealed record PostgreSqlStoreOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Npgsql's connection string. The store adds its own time limits, and prepares statements; a pooler that shares connections between transactions is not possible.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The schema of the store's tables: 1 to 48 small letters, digits or underscores, not beginning with a digit. Default <c>socialops</c>.</summary>
    public string Schema { get; init; } = "socialops";

    /// <summary>Whether opening brings the tables to this release's. Default off: call <see cref="PostgreSqlStore.MigrateAsync"/> when a release is rolled out.</summary>
    public bool MigrateOnStart { get; init; }

    /// <summary>
    /// Whether a server that may lose or damage what it has acknowledged (<c>fsync</c>, <c>synchronous_commit</c> or <c>full_page_writes</c> off, or older than
    /// PostgreSQL 15) is used all the same. The store then promises no durability. Default off.
    /// </summary>
    public bool AllowUnsafeServer { get; init; }

    /// <summary>
    /// Whether the server itself keeps tenants apart, as a second net below the store's own filters. Run <see cref="PostgreSqlStore.RowSecurityScript"/> as the tables' owner once and connect as
    /// the user that it names; opening refuses a user whom the policies do not hold. One more statement a transaction. Default off.
    /// </summary>
    public bool RowLevelSecurity { get; init; }

    /// <summary>How long a statement waits for a row that another transaction holds: at least 1 ms, at most an hour. Default 8 s.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one statement may take: at least 1 ms, at most an hour. Default 30 s.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a transaction may stand idle between two statements before the server ends it: at least 1 ms, at most an hour. Default 15 s.</summary>
    public TimeSpan IdleInTransactionTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The greatest difference between the host's clock and the database's with which work is claimed. Default 30 s; from 2 s on it is logged.
    /// <see cref="Timeout.InfiniteTimeSpan"/> for none, where the host's time is not the real one, as in a test.
    /// </summary>
    public TimeSpan MostClockDifference { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The schema only: a connection string holds a password.</summary>
    public override string ToString() => $"{nameof(PostgreSqlStoreOptions)} {{ {nameof(Schema)} = {Schema} }}";

    /// <summary>The options again, after the check.</summary>
    internal PostgreSqlStoreOptions Checked()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ConnectionString);
        if (string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(ConnectionString).Host))
        {
            throw new ArgumentException("The ConnectionString names no Host. E.g. Host=localhost;Database=agency;Username=agency.");
        }

        if (Schema is not { Length: > 0 and <= 48 } || char.IsAsciiDigit(Schema[0]) || Schema.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_'))
        {
            throw new ArgumentException($"Schema is '{Schema}'. It must be 1 to 48 small letters, digits or underscores, and not begin with a digit.");
        }

        CheckTimeout(LockTimeout, nameof(LockTimeout));
        CheckTimeout(StatementTimeout, nameof(StatementTimeout));
        CheckTimeout(IdleInTransactionTimeout, nameof(IdleInTransactionTimeout));
        return MostClockDifference > TimeSpan.Zero || MostClockDifference == Timeout.InfiniteTimeSpan
            ? this
            : throw new ArgumentException($"MostClockDifference is {MostClockDifference}. It must be more than zero, or Timeout.InfiniteTimeSpan.");
    }

    private static void CheckTimeout(TimeSpan value, string name)
    {
        if (value < TimeSpan.FromMilliseconds(1) || value > Longest)
        {
            throw new ArgumentException($"{name} is {value}. It must be at least 1 ms and at most an hour.");
        }
    }
}
