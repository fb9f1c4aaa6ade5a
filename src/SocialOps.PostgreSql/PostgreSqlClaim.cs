using SocialOps.Relational;
using SocialOps.Relational.Rows;
using SocialOps.Relational.Sql;
using SocialOps.Work;

namespace SocialOps.PostgreSql;

/// <summary>One claim in a transaction of its own.</summary>
internal sealed class PostgreSqlClaim(Session session, PostgreSqlClaimSql sql, ClaimRequest request) : RelationalClaim(request)
{
    protected override ValueTask<List<(string Tenant, long DueAt)>> HeadsAsync(WorkClass queue, CancellationToken cancellationToken)
        => session.Bind(sql.Heads, (long)queue, Kinds).ListAsync(row => (row.GetString(0), row.GetInt64(1)), cancellationToken);

    protected override ValueTask<List<WorkItem>> TakeAsync(WorkClass queue, IReadOnlyList<(string Tenant, int Quota)> turns, CancellationToken cancellationToken)
        => session.Bind(sql.Take, Json(turns), (long)queue, Now, Kinds, Request.Owner, Leases.Microseconds(Request.LeaseLength))
            .ListAsync(RowReader.Work, cancellationToken);

    private static string Json(IReadOnlyList<(string Tenant, int Quota)> turns) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var (tenant, quota) in turns)
        {
            json.WriteStartObject();
            json.WriteString("tenant", tenant);
            json.WriteNumber("quota", quota);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
