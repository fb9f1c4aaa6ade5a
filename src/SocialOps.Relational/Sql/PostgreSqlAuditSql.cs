namespace SocialOps.Relational.Sql;

/// <summary>Lets one transaction of a tenant at a time number audit events, from just before its commit to the commit, and write them all at once.</summary>
internal sealed class PostgreSqlAuditSql(SqlDialect dialect, SqlList list)
{
    /// <summary>Waits for the right to number the tenant's audit events; it ends with the transaction.</summary>
    public SqlText Lock { get; } = list.Add("tenant", $"SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('{dialect.Prefix}audit_event ' || @tenant, 0))");

    /// <summary>Writes events in their order, numbered on from the tenant's last.</summary>
    public SqlText AppendAll { get; } = list.Add(
        "tenant events",
        $"""
        INSERT INTO {dialect.Prefix}audit_event (tenant_id, seq, at, actor_kind, actor_id, via, action, subject_id, detail)
        SELECT @tenant, (SELECT coalesce(max(seq), 0) FROM {dialect.Prefix}audit_event WHERE tenant_id = @tenant) + e.n, e.at, e.actor_kind, e.actor, e.via, e.action, e.subject, e.detail
        FROM json_to_recordset(@events::json) AS e(n bigint, at bigint, actor_kind integer, actor text, via text, action text, subject text, detail text)
        """);
}
