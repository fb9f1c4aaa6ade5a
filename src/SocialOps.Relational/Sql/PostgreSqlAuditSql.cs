namespace SocialOps.Relational.Sql;

/// <summary>Lets one transaction of a tenant at a time number audit events, from just before its commit to the commit.</summary>
internal sealed class PostgreSqlAuditSql(SqlDialect dialect, SqlList list)
{
    /// <summary>Waits for the right to number the tenant's audit events; it ends with the transaction.</summary>
    public SqlText Lock { get; } = list.Add("tenant", $"SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('{dialect.Prefix}audit_event ' || @tenant, 0))");
}
