namespace SocialOps.Relational.Sql;

/// <summary>The texts that tell whether a transaction was kept whose commit was not answered.</summary>
internal sealed class PostgreSqlOutcomeSql(SqlList list)
{
    /// <summary>The transaction's number; no row when it has written nothing. Fails when the transaction cannot be committed any more.</summary>
    public SqlText Current { get; } = list.Add("", "SELECT xact::text FROM pg_current_xact_id_if_assigned() AS xact WHERE xact IS NOT NULL");

    /// <summary>What became of a transaction: committed, aborted or in progress; looks a moment later than it is asked.</summary>
    public SqlText Of { get; } = list.Add("xact", "SELECT pg_xact_status(@xact::xid8) FROM pg_sleep(0.05)");
}
