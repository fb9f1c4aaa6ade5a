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
        Record = list.Add("number name checksum at", $"INSERT INTO {table} (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @at)");
    }

    /// <summary>One row when there is a record of migrations.</summary>
    public SqlText Exists { get; }

    public SqlText Create { get; }

    public SqlText Applied { get; }

    public SqlText Record { get; }
}
