using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>The host's connection string with what the store needs.</summary>
internal static class ConnectionStrings
{
    /// <summary>For transactions: the time limits of the options, statements prepared by the driver, and never part of the host's ambient transaction.</summary>
    public static string ForWork(PostgreSqlStoreOptions options)
    {
        var parts = Common(options);
        parts.Options = $"{parts.Options} -c lock_timeout={Milliseconds(options.LockTimeout)} -c statement_timeout={Milliseconds(options.StatementTimeout)} -c idle_in_transaction_session_timeout={Milliseconds(options.IdleInTransactionTimeout)}".TrimStart();
        parts.CommandTimeout = (int)Math.Ceiling(options.StatementTimeout.TotalSeconds) + 5;
        parts.MaxAutoPrepare = Math.Max(parts.MaxAutoPrepare, 100);
        parts.AutoPrepareMinUsages = 2;
        return parts.ToString();
    }

    /// <summary>For migrations: one connection with the schema as its search path, that waits for another one's migration as long as it takes.</summary>
    public static string ForMigrations(PostgreSqlStoreOptions options)
    {
        var parts = Common(options);
        parts.Options = $"{parts.Options} -c lock_timeout=0 -c statement_timeout=0".TrimStart();
        parts.CommandTimeout = 0;
        parts.SearchPath = options.Schema;
        parts.Pooling = false;
        return parts.ToString();
    }

    private static NpgsqlConnectionStringBuilder Common(PostgreSqlStoreOptions options)
    {
        var parts = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Enlist = false };
        parts.ApplicationName ??= "SocialOps";
        return parts;
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);
}
