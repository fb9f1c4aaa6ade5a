using Npgsql;
using SocialOps.Relational;
using SocialOps.Relational.Sql;
using SocialOps.Storage;

namespace SocialOps.PostgreSql;

/// <summary>A transaction on one connection.</summary>
internal abstract class PostgreSqlTransaction(TenantId tenant, StoreAccess access, NpgsqlTransaction transaction, PostgreSqlCatalogue sql, TouchedRow touched)
    : RelationalTransaction(tenant, access, NewSession(transaction, sql, touched), sql), IPostgreSqlStoreTransaction
{
    private readonly NpgsqlConnection _connection = transaction.Connection!;

    public NpgsqlConnection Connection => _connection;

    public NpgsqlTransaction Transaction => transaction;

    protected PostgreSqlCatalogue Sql { get; } = sql;

    protected TouchedRow Touched { get; } = touched;

    private static Session NewSession(NpgsqlTransaction transaction, PostgreSqlCatalogue sql, TouchedRow touched)
    {
        var connection = transaction.Connection!; // a transaction that has ended forgets it
        return new(connection, sql, e => touched.Translate(e, connection), prepares: false) { Transaction = transaction };
    }
}

/// <summary>Sees the state of its first read.</summary>
internal sealed class PostgreSqlReadTransaction(TenantId tenant, NpgsqlTransaction transaction, PostgreSqlCatalogue sql)
    : PostgreSqlTransaction(tenant, StoreAccess.Read, transaction, sql, new())
{
    protected override async ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (PostgreSqlErrors.Translate(e, Connection) is { } translated)
        {
            throw translated;
        }
    }

    protected override ValueTask DisposeCoreAsync() => Connection.EndAsync(Transaction);
}
