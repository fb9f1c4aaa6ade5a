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
        Page = list.Add("tenant action seq limit", PageText(table, null, false));
        PageOfSubject = list.Add("tenant subject action seq limit", PageText(table, dialect.AuditOfSubject, false));
        PageDown = list.Add("tenant action seq limit", PageText(table, null, true));
        PageOfSubjectDown = list.Add("tenant subject action seq limit", PageText(table, dialect.AuditOfSubject, true));
    }

    public SqlText Append { get; }

    public SqlText Page { get; }

    public SqlText PageOfSubject { get; }

    public SqlText PageDown { get; }

    public SqlText PageOfSubjectDown { get; }

    private static string PageText(string table, string? ofSubject, bool descending)
        => $"""
            SELECT {Columns} FROM {table}{ofSubject}
            WHERE tenant_id = @tenant{(ofSubject is not null ? " AND subject_id = @subject" : "")} AND seq {(descending ? "<" : ">")} @seq AND (@action IS NULL OR action = @action)
            ORDER BY seq{(descending ? " DESC" : "")} LIMIT @limit
            """;
}
