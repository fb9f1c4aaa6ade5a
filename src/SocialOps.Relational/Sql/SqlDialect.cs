namespace SocialOps.Relational.Sql;

/// <summary>Where the databases differ. What is not here is the same text everywhere.</summary>
/// <param name="Name">The folder of its migrations.</param>
/// <param name="Prefix">What stands before every table's name: <c>so_</c>, or a schema and a dot.</param>
/// <param name="LockRow">Ends a SELECT that locks its row until the transaction ends; empty with one writer.</param>
/// <param name="NextWorkId">An expression: the tenant's next work row number.</param>
/// <param name="NextAuditSequence">An expression: the tenant's next audit event number.</param>
/// <param name="AuditOfSubject">Follows the table of audit events where one subject's are asked for.</param>
/// <param name="EmptyBytes">The literal of no bytes.</param>
/// <param name="HasMigrations">A statement with one row when the table of migrations is there, and none otherwise.</param>
/// <param name="HowToMigrate">The way out when a migration is missing, as a sentence.</param>
internal sealed record SqlDialect(
    string Name, string Prefix, string LockRow, string NextWorkId, string NextAuditSequence, string AuditOfSubject, string EmptyBytes, string HasMigrations, string HowToMigrate)
{
    /// <summary>SQLite: one writer, so the greatest number plus one is free and the numbers of a tenant have no gaps.</summary>
    public static SqlDialect Sqlite { get; } = new(
        "sqlite",
        "so_",
        "",
        "(SELECT coalesce(max(id), 0) + 1 FROM so_work_item WHERE tenant_id = @tenant)",
        "(SELECT coalesce(max(seq), 0) + 1 FROM so_audit_event WHERE tenant_id = @tenant)",
        " INDEXED BY so_audit_event_subject", // left alone it walks all events of the tenant in their order
        "x''",
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'so_migration'",
        "Call UseSqlite with MigrateOnStart on.");

    /// <summary>
    /// PostgreSQL: work rows are numbered by a sequence, whose gaps nobody minds. Audit events are numbered under the tenant's lock, see <see cref="PostgreSqlAuditSql"/>.
    /// </summary>
    /// <param name="schema">The schema's name, already checked.</param>
    public static SqlDialect PostgreSql(string schema) => new(
        "postgresql",
        $"\"{schema}\".",
        " FOR UPDATE",
        $"nextval('\"{schema}\".work_item_number')",
        $"(SELECT coalesce(max(seq), 0) + 1 FROM \"{schema}\".audit_event WHERE tenant_id = @tenant)",
        "",
        "''::bytea",
        $"SELECT 1 WHERE to_regclass('\"{schema}\".migration') IS NOT NULL",
        "Call PostgreSqlStore.MigrateAsync when a release is rolled out, or UsePostgreSql with MigrateOnStart on.");
}
