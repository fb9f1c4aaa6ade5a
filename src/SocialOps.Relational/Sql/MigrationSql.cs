namespace SocialOps.Relational.Sql;

/// <summary>The texts that keep the record of migrations. They belong to no tenant.</summary>
internal sealed class MigrationSql
{
    public MigrationSql(SqlDialect dialect, SqlList list)
    {
        var table = $"{dialect.Prefix}migration";
        Exists = list.Add("", dialect.HasMigrations);
        Create = list.Add("", $"CREATE TABLE IF NOT EXISTS {table} (number integer NOT NULL PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at bigint NOT NULL)");
        Applied = list.Add("", $"SELECT number, name, checksum FROM {table} ORDER BY number");
        Needs = list.Add("", $"SELECT value FROM {dialect.Prefix}meta WHERE name = 'needs migration'");
        Need = list.Add("value", $"INSERT INTO {dialect.Prefix}meta (name, value) VALUES ('needs migration', @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        Record = list.Add("number name checksum at", $"INSERT INTO {table} (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @at)");
    }

    /// <summary>One row when there is a record of migrations.</summary>
    public SqlText Exists { get; }

    public SqlText Create { get; }

    public SqlText Applied { get; }

    /// <summary>The migration that a release must know to work here; no row where only a release that did not write it was.</summary>
    public SqlText Needs { get; }

    public SqlText Need { get; }

    public SqlText Record { get; }
}
