namespace SocialOps.Relational.Sql;

/// <summary>The claim on PostgreSQL: claims that meet pass over each other's rows. Leases are in the database's own time; <c>now()</c> may serve an index, unlike the clock.</summary>
internal sealed class PostgreSqlClaimSql
{
    // A row that the worker can handle and that nobody holds.
    private const string Free = """
        w.state = 0 AND w.class = @class AND (w.lease_until IS NULL OR w.lease_until <= now())
            AND ((SELECT @kinds::jsonb) ->> w.kind)::integer >= w.payload_version
        """;

    private const string LeaseEnd = "clock_timestamp() + @length * interval '1 microsecond'";

    public PostgreSqlClaimSql(SqlDialect dialect, SqlList list)
    {
        var table = $"{dialect.Prefix}work_item";
        // The order of the open rows' index to its last column, so that no other index will do.
        const string first = "ORDER BY tenant_id, due_at, id LIMIT 1";
        Clock = list.Add("", "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint");
        Heads = list.Add(
            "class kinds",
            $"""
            WITH RECURSIVE t(id) AS (
              SELECT (SELECT tenant_id FROM {table} WHERE state = 0 AND class = @class {first})
              UNION ALL
              SELECT (SELECT tenant_id FROM {table} WHERE state = 0 AND class = @class AND tenant_id > t.id {first}) FROM t WHERE t.id IS NOT NULL)
            SELECT t.id, head.due_at FROM t CROSS JOIN LATERAL (
              SELECT w.due_at FROM {table} w WHERE w.tenant_id = t.id AND {Free} ORDER BY w.due_at, w.id LIMIT 1) head
            ORDER BY t.id
            """);
        Take = list.Add(
            "turns class now kinds owner length",
            $"""
            WITH taken AS MATERIALIZED (
              SELECT free.tenant_id, free.id
              FROM json_to_recordset(@turns::json) AS turn(tenant text, quota integer) CROSS JOIN LATERAL (
                SELECT w.tenant_id, w.id FROM {table} w WHERE w.tenant_id = turn.tenant AND w.due_at <= @now AND {Free}
                ORDER BY w.due_at, w.id LIMIT turn.quota FOR UPDATE SKIP LOCKED) free)
            UPDATE {table} w SET fence = fence + 1, attempt = attempt + 1, lease_owner = @owner, lease_until = {LeaseEnd}
            FROM taken WHERE w.tenant_id = taken.tenant_id AND w.id = taken.id
            RETURNING {string.Join(", ", WorkSql.Columns.Split(", ").Select(column => $"w.{column}"))}
            """);
        Extend = list.Add(
            "tenant leases length",
            $"""
            UPDATE {table} w SET lease_until = {LeaseEnd} FROM json_to_recordset(@leases::json) AS lease(id bigint, fence bigint)
            WHERE w.tenant_id = @tenant AND w.id = lease.id AND w.fence = lease.fence AND w.state = 0 AND w.lease_until IS NOT NULL
            RETURNING w.id, w.fence
            """);
    }

    /// <summary>The database's time, as whole microseconds since 1970-01-01T00:00Z.</summary>
    public SqlText Clock { get; }

    /// <summary>Each tenant with a free row in this class, and when the first is due. Skips from tenant to tenant along the index, whatever the number of rows.</summary>
    public SqlText Heads { get; }

    /// <summary>Claims the oldest due rows of each tenant whose turn it is, up to its quota; rows that another claim is just taking are passed over.</summary>
    public SqlText Take { get; }

    /// <summary>Renews those of a tenant's leases that are current.</summary>
    public SqlText Extend { get; }
}
