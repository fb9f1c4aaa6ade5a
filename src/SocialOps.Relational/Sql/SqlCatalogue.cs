namespace SocialOps.Relational.Sql;

/// <summary>Every SQL text of a store. Nothing else holds one, apart from the migrations and the settings of a connection.</summary>
internal class SqlCatalogue
{
    protected SqlCatalogue(SqlDialect dialect)
    {
        Dialect = dialect;
        Records = new(dialect, List);
        Work = new(dialect, List);
        Audit = new(dialect, List);
        Migrations = new(dialect, List);
    }

    public SqlDialect Dialect { get; }

    public RecordSql Records { get; }

    public WorkSql Work { get; }

    public AuditSql Audit { get; }

    public MigrationSql Migrations { get; }

    public IReadOnlyList<SqlText> All => List.Texts;

    protected SqlList List { get; } = new();
}

/// <summary>The catalogue of SQLite.</summary>
internal sealed class SqliteCatalogue : SqlCatalogue
{
    private SqliteCatalogue()
        : base(SqlDialect.Sqlite) => Claims = new(List);

    public static SqliteCatalogue Instance { get; } = new();

    public SqliteClaimSql Claims { get; }
}

/// <summary>The catalogue of PostgreSQL, for one schema.</summary>
internal sealed class PostgreSqlCatalogue : SqlCatalogue
{
    public PostgreSqlCatalogue(string schema)
        : base(SqlDialect.PostgreSql(schema)) => (Claims, Numbers, Outcomes) = (new(Dialect, List), new(Dialect, List), new(List));

    public PostgreSqlClaimSql Claims { get; }

    public PostgreSqlAuditSql Numbers { get; }

    public PostgreSqlOutcomeSql Outcomes { get; }
}
