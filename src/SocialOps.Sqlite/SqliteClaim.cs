using SocialOps.Relational;
using SocialOps.Relational.Rows;
using SocialOps.Relational.Sql;
using SocialOps.Work;

namespace SocialOps.Sqlite;

/// <summary>One claim within the writer's turn.</summary>
internal sealed class SqliteClaim(Session session, ClaimRequest request, LeaseClock leases) : RelationalClaim(request)
{
    private readonly SqliteClaimSql _sql = SqliteCatalogue.Instance.Claims;
    private readonly long _leaseNow = leases.Now;
    private readonly long _until = leases.After(request.LeaseLength);

    protected override ValueTask<List<(string Tenant, long DueAt)>> HeadsAsync(WorkClass queue, CancellationToken cancellationToken)
        => session.Bind(_sql.Heads, (long)queue, _leaseNow, Kinds).ListAsync(row => (row.GetString(0), row.GetInt64(1)), cancellationToken);

    protected override async ValueTask<List<WorkItem>> TakeAsync(
        WorkClass queue, IReadOnlyList<(string Tenant, int Quota)> turns, CancellationToken cancellationToken)
    {
        var taken = new List<WorkItem>();
        foreach (var (tenant, quota) in turns)
        {
            var take = session.Bind(_sql.Take, tenant, (long)queue, Now, _leaseNow, Kinds, Request.Owner, _until, quota);
            taken.AddRange(await take.ListAsync(RowReader.Work, cancellationToken).ConfigureAwait(false));
        }

        return taken;
    }
}
