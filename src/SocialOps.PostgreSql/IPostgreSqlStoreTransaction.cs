using Npgsql;
using SocialOps.Storage;

namespace SocialOps.PostgreSql;

/// <summary>
/// What a transaction of a <see cref="PostgreSqlStore"/> is as well: the door through which a host writes its own rows so that they commit or roll back with the
/// store's. Use both only until the transaction ends; never commit, roll back or close them. A statement of the host that fails ends the whole transaction:
/// put one that may fail behind a savepoint. Not thread-safe.
/// </summary>
public interface IPostgreSqlStoreTransaction : IStoreTransaction
{
    /// <summary>The connection of the transaction. Commands that it creates run in the transaction; a read-only one refuses to write.</summary>
    NpgsqlConnection Connection { get; }

    /// <summary>The transaction.</summary>
    NpgsqlTransaction Transaction { get; }
}
