namespace SocialOps.Relational.Sql;

/// <summary>The texts of audit events. There is none that changes one.</summary>
internal sealed class AuditSql
{
    private const string Columns = "at, actor_kind, actor_id, via, action, subject_id, detail, seq";

    public AuditSql(SqlDialect dialect, SqlList list)
    {
        var table = $"{dialect.Prefix}audit_event";
        Append = list.Add(
            "tenant at actor_kind actor via action subject detail",
            $"""
            INSERT INTO {table} (tenant_id, seq, at, actor_kind, actor_id, via, action, subject_id, detail)
            VALUES (@tenant, {dialect.NextAuditSequence}, @at, @actor_kind, @actor, @via, @action, @subject, @detail)
            """);
        Page = list.Add(
            "tenant action seq limit",
            $"SELECT {Columns} FROM {table} WHERE tenant_id = @tenant AND seq > @seq AND (@action IS NULL OR action = @action) ORDER BY seq LIMIT @limit");
        PageOfSubject = list.Add(
            "tenant subject action seq limit",
            $"""
            SELECT {Columns} FROM {table}
            WHERE tenant_id = @tenant AND subject_id = @subject AND seq > @seq AND (@action IS NULL OR action = @action) ORDER BY seq LIMIT @limit
            """);
    }

    public SqlText Append { get; }

    public SqlText Page { get; }

    public SqlText PageOfSubject { get; }
}
