using Microsoft.Data.Sqlite;
using SocialOps.Storage;

namespace SocialOps.Sqlite;

/// <summary>
/// What a transaction of a <see cref="SqliteStore"/> is as well: the door through which a host writes its own rows so that they commit or roll back with the
/// store's. Use both only until the transaction ends; never commit, roll back or close them. Tables of the host must not begin with <c>so_</c>. Not thread-safe.
/// </summary>
public interface ISqliteStoreTransaction : IStoreTransaction
{
    /// <summary>The connection of the transaction. Commands that it creates run in the transaction; a read-only one refuses to write.</summary>
    SqliteConnection Connection { get; }

    /// <summary>The transaction, for commands that are made otherwise.</summary>
    SqliteTransaction Transaction { get; }
}
