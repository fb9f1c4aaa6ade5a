using System.Data;
using System.Data.Common;
using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>What PostgreSQL's errors mean for the host.</summary>
internal static class PostgreSqlErrors
{
    /// <summary>The server ended the transaction because another one was first.</summary>
    public static bool IsLostRace(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>The server did not answer: what was asked may have happened or not.</summary>
    public static bool IsUnanswered(DbException error) => error is not PostgresException { SqlState: var state } || IsConnectionsEnd(state);

    /// <summary>
    /// The same for anything that a call ended with: a driver that finds its connection gone between two calls, or in the middle of one, says so with exceptions of the framework.
    /// </summary>
    public static StoreUnavailableException? Translate(Exception error, NpgsqlConnection connection) => error switch
    {
        DbException known => Translate(known),
        _ when IsLost(error, connection) => new($"PostgreSQL cannot go on: the connection was lost. ({error.Message})", error),
        _ => null,
    };

    /// <summary>The driver used a connection that was gone. While it takes one down it may trip over what it has disposed of, and still call the connection open.</summary>
    public static bool IsLost(Exception error, NpgsqlConnection connection) => error is ObjectDisposedException || (error is InvalidOperationException && connection.State != ConnectionState.Open);

    /// <summary>The library's exception, or <see langword="null"/> when the statement itself is at fault.</summary>
    public static StoreUnavailableException? Translate(DbException error)
    {
        var reason = error is not PostgresException { SqlState: var state } ? "it cannot be reached, or the connection was lost." : state switch
        {
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => "the transaction gave way to another one that wanted the same rows. Do it again.",
            PostgresErrorCodes.LockNotAvailable => "another transaction holds a row for longer than LockTimeout. Do it again; keep slow calls out of transactions.",
            PostgresErrorCodes.QueryCanceled => "the statement took longer than StatementTimeout.",
            "25P03" => "the transaction stood idle for longer than IdleInTransactionTimeout. Keep slow calls out of transactions.",
            PostgresErrorCodes.InFailedSqlTransaction => "a statement of this transaction failed before, so nothing of it can be kept. Put a statement that may fail behind a savepoint.",
            PostgresErrorCodes.ReadOnlySqlTransaction => "the server only reads. Connect to the primary.",
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName => "the store's tables are missing. Call PostgreSqlStore.MigrateAsync, or correct Schema.",
            PostgresErrorCodes.InsufficientPrivilege => "the user has not the right to. Grant it the schema and its tables.",
            PostgresErrorCodes.InvalidCatalogName => "the database does not exist. Create it, or correct ConnectionString.",
            PostgresErrorCodes.DiskFull => "the server's disk is full.",
            PostgresErrorCodes.TooManyConnections => "the server has no connection free. Lower Maximum Pool Size, or raise max_connections.",
            _ when IsConnectionsEnd(state) => "it is stopping or starting, or ended the connection.",
            _ when state.StartsWith("28", StringComparison.Ordinal) => "it refuses the user or the password. Correct ConnectionString.",
            _ when state[..2] is "53" or "58" or "XX" => "the server reported a fault of its own.",
            _ => null,
        };
        return reason is null ? null : new($"PostgreSQL cannot go on: {reason} ({error.Message})", error);
    }

    private static bool IsConnectionsEnd(string state) => state.StartsWith("08", StringComparison.Ordinal) || state is
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DatabaseDropped or "57P05";
}
