using Microsoft.Data.Sqlite;
using SocialOps.Relational;
using SocialOps.Relational.Sql;
using SocialOps.Storage;

namespace SocialOps.Sqlite;

/// <summary>Has the writer's turn from its beginning to its end.</summary>
internal sealed class SqliteWriteTransaction(TenantId tenant, SqliteWriter writer)
    : RelationalTransaction(tenant, StoreAccess.Write, writer.Session, SqliteCatalogue.Instance), ISqliteStoreTransaction
{
    public SqliteConnection Connection => writer.Connection;

    public SqliteTransaction Transaction => writer.Transaction;

    protected override ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        writer.Commit();
        return ValueTask.CompletedTask;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        writer.End();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Has a reading connection of its own; its snapshot begins with its first read.</summary>
internal sealed class SqliteReadTransaction(TenantId tenant, Session session, ReaderPool pool)
    : RelationalTransaction(tenant, StoreAccess.Read, session, SqliteCatalogue.Instance), ISqliteStoreTransaction
{
    public SqliteConnection Connection => (SqliteConnection)Session.Connection;

    public SqliteTransaction Transaction => (SqliteTransaction)(Session.Transaction ?? throw new InvalidOperationException("The transaction is over."));

    protected override ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        Transaction.Commit();
        return ValueTask.CompletedTask;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        Session.Transaction?.Dispose();
        Session.Transaction = null;
        pool.Return(Session);
        return ValueTask.CompletedTask;
    }
}
