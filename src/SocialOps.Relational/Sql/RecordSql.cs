namespace SocialOps.Relational.Sql;

/// <summary>The texts of records.</summary>
internal sealed class RecordSql
{
    private const string Columns = "id, version, body_version, ix1, ix2, ix3, ix4, body";
    private readonly SqlText[] _pages = new SqlText[(RecordIndexCount + 1) * 4];

    public RecordSql(SqlDialect dialect, SqlList list)
    {
        var table = $"{dialect.Prefix}record";
        const string key = "tenant_id = @tenant AND kind = @kind AND id = @id";
        Find = list.Add("tenant kind id", $"SELECT {Columns} FROM {table} WHERE {key}");
        FindLocked = list.Add("tenant kind id", $"SELECT {Columns} FROM {table} WHERE {key}{dialect.LockRow}");
        Insert = list.Add(
            "tenant kind id body_version ix1 ix2 ix3 ix4 body",
            $"""
            INSERT INTO {table} (tenant_id, kind, id, version, body_version, ix1, ix2, ix3, ix4, body)
            VALUES (@tenant, @kind, @id, 1, @body_version, @ix1, @ix2, @ix3, @ix4, @body)
            ON CONFLICT (tenant_id, kind, id) DO NOTHING
            """);
        Update = list.Add(
            "tenant kind id version body_version ix1 ix2 ix3 ix4 body",
            $"""
            UPDATE {table}
            SET version = version + 1, body_version = @body_version, ix1 = @ix1, ix2 = @ix2, ix3 = @ix3, ix4 = @ix4, body = @body
            WHERE {key} AND version = @version
            """);
        Delete = list.Add("tenant kind id version", $"DELETE FROM {table} WHERE {key} AND version = @version");
        for (var slot = 0; slot <= RecordIndexCount; slot++)
        {
            foreach (var (descending, bounded) in new[] { (false, false), (false, true), (true, false), (true, true) })
            {
                _pages[At(slot, descending, bounded)] = Page(list, table, slot, descending, bounded);
            }
        }
    }

    public SqlText Find { get; }

    /// <summary>Locks the row until the transaction ends, where there are row locks.</summary>
    public SqlText FindLocked { get; }

    public SqlText Insert { get; }

    public SqlText Update { get; }

    public SqlText Delete { get; }

    private static int RecordIndexCount => Storage.RecordIndexes.Count;

    /// <summary>
    /// One page along an index. Ascending: from (value, id) on, exclusive - the empty id begins a value - and to the end, exclusive, where there is one.
    /// Descending: from the lower end up to (value, id), exclusive, where there is one. Over the ids the pair's second part is an id not to be listed again.
    /// </summary>
    public SqlText Page(int slot, bool descending, bool bounded) => _pages[At(slot, descending, bounded)];

    private static int At(int slot, bool descending, bool bounded) => (slot * 4) + (descending ? 2 : 0) + (bounded ? 1 : 0);

    private static SqlText Page(SqlList list, string table, int slot, bool descending, bool bounded)
    {
        var column = slot == 0 ? "id" : $"ix{slot}";
        var order = slot == 0 ? "id" : $"{column}, id";
        var (parameters, range) = (descending, bounded, slot) switch
        {
            (false, false, 0) => ("from id", "id >= @from AND id <> @id"),
            (false, true, 0) => ("from id to", "id >= @from AND id <> @id AND id < @to"),
            (true, false, 0) => ("from", "id >= @from"),
            (true, true, 0) => ("from id to", "id >= @from AND id <> @id AND id < @to"),
            (false, false, _) => ("from id", $"({column}, id) > (@from, @id)"),
            (false, true, _) => ("from id to", $"({column}, id) > (@from, @id) AND {column} < @to"),
            (true, false, _) => ("from", $"{column} >= @from"),
            (true, true, _) => ("from id to", $"{column} >= @from AND ({column}, id) < (@to, @id)"),
        };
        var present = slot == 0 ? "" : $" AND {column} IS NOT NULL";
        var sorted = descending ? string.Join(", ", order.Split(", ").Select(o => $"{o} DESC")) : order;
        return list.Add(
            $"tenant kind {parameters} limit",
            $"SELECT {Columns} FROM {table} WHERE tenant_id = @tenant AND kind = @kind{present} AND {range} ORDER BY {sorted} LIMIT @limit");
    }
}
