namespace SocialOps.Relational.Sql;

/// <summary>The claim on SQLite: one writer, so two claims never meet, and rounds over the tenants are a loop around these texts.</summary>
internal sealed class SqliteClaimSql(SqlList list)
{
    // A row that the worker can handle and that nobody holds.
    private const string Free = """
        w.state = 0 AND w.class = @class AND (w.lease_until IS NULL OR w.lease_until <= @lease_now)
            AND EXISTS (SELECT 1 FROM json_each(@kinds) k WHERE k.key = w.kind AND k.value >= w.payload_version)
        """;

    /// <summary>Each tenant with a free row in this class, and when the first is due. Skips from tenant to tenant along the index, whatever the number of rows.</summary>
    public SqlText Heads { get; } = list.Add(
        "class lease_now kinds",
        $"""
        WITH RECURSIVE t(id) AS (
          SELECT (SELECT min(tenant_id) FROM so_work_item WHERE state = 0 AND class = @class)
          UNION ALL
          SELECT (SELECT min(tenant_id) FROM so_work_item WHERE state = 0 AND class = @class AND tenant_id > t.id) FROM t WHERE t.id IS NOT NULL)
        SELECT t.id, (SELECT w.due_at FROM so_work_item w WHERE w.tenant_id = t.id AND {Free} ORDER BY w.due_at, w.id LIMIT 1) AS due
        FROM t WHERE due IS NOT NULL ORDER BY t.id
        """);

    /// <summary>Claims a tenant's oldest due rows.</summary>
    public SqlText Take { get; } = list.Add(
        "tenant class now lease_now kinds owner until limit",
        $"""
        UPDATE so_work_item SET fence = fence + 1, attempt = attempt + 1, lease_owner = @owner, lease_until = @until
        WHERE tenant_id = @tenant AND id IN (
          SELECT w.id FROM so_work_item w WHERE w.tenant_id = @tenant AND w.due_at <= @now AND {Free} ORDER BY w.due_at, w.id LIMIT @limit)
        RETURNING {WorkSql.Columns}
        """);

    /// <summary>Renews a current lease.</summary>
    public SqlText Extend { get; } = list.Add(
        "tenant work fence until",
        "UPDATE so_work_item SET lease_until = @until WHERE tenant_id = @tenant AND id = @work AND fence = @fence AND state = 0 AND lease_until IS NOT NULL");

    /// <summary>Voids every lease: whoever held one is gone, as the lock on the file proves.</summary>
    public SqlText VoidLeases { get; } = list.Add("", "UPDATE so_work_item SET lease_until = NULL, lease_owner = NULL WHERE state = 0 AND lease_until IS NOT NULL");
}
