using SocialOps.Work;

namespace SocialOps.Relational.Sql;

/// <summary>The texts of work rows. The numbers of classes and states are those of <see cref="WorkClass"/> and <see cref="WorkState"/>.</summary>
internal sealed class WorkSql
{
    public const string Columns = "tenant_id, id, kind, subject_id, class, due_at, state, fence, attempt, dedupe_key, payload, payload_version, last_error";
    private readonly SqlText[] _pages = new SqlText[8];

    public WorkSql(SqlDialect dialect, SqlList list)
    {
        var table = $"{dialect.Prefix}work_item";
        const string claim = "tenant_id = @tenant AND id = @work AND fence = @fence AND state = 0 AND lease_until IS NOT NULL";
        const string free = "lease_until = NULL, lease_owner = NULL";
        Schedule = list.Add(
            "tenant kind subject class due dedupe payload payload_version",
            $"""
            INSERT INTO {table} (tenant_id, id, kind, subject_id, class, due_at, state, fence, attempt, dedupe_key, payload, payload_version)
            VALUES (@tenant, {dialect.NextWorkId}, @kind, @subject, @class, @due, 0, 0, 0, @dedupe, @payload, @payload_version)
            ON CONFLICT (tenant_id, kind, dedupe_key) DO NOTHING
            """);
        Complete = list.Add(
            "tenant work fence error", $"UPDATE {table} SET state = 1, payload = {dialect.EmptyBytes}, last_error = @error, {free} WHERE {claim}");
        Retry = list.Add("tenant work fence due error", $"UPDATE {table} SET due_at = @due, last_error = @error, {free} WHERE {claim}");
        Bury = list.Add("tenant work fence error", $"UPDATE {table} SET state = 2, last_error = @error, {free} WHERE {claim}");
        foreach (var state in (int[])[-1, 0, 1, 2])
        {
            foreach (var bySubject in (bool[])[false, true])
            {
                _pages[At(state, bySubject)] = list.Add(
                    bySubject ? "tenant subject kind to_due due work limit" : "tenant kind to_due due work limit",
                    $"""
                    SELECT {Columns} FROM {table}
                    WHERE tenant_id = @tenant{(state < 0 ? "" : $" AND state = {state}")}{(bySubject ? " AND subject_id = @subject" : "")}
                      AND (@kind IS NULL OR kind = @kind) AND due_at < @to_due AND (due_at, id) > (@due, @work)
                    ORDER BY due_at, id LIMIT @limit
                    """);
            }
        }
    }

    public SqlText Schedule { get; }

    public SqlText Complete { get; }

    public SqlText Retry { get; }

    public SqlText Bury { get; }

    /// <summary>One page after (due, id), exclusive, of rows in the order of due instants; the states stand in the text so that the index of open rows serves.</summary>
    public SqlText Page(WorkState? state, bool bySubject) => _pages[At(state is { } one ? (int)one : -1, bySubject)];

    private static int At(int state, bool bySubject) => ((state + 1) * 2) + (bySubject ? 1 : 0);
}
