using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Relational;

/// <summary>One claim: rounds over the tenants, beginning after the one that was served last. How rows are found and taken is the database's own.</summary>
internal abstract class RelationalClaim(ClaimRequest request)
{
    private static readonly WorkClass[] Classes = [WorkClass.Urgent, WorkClass.Normal, WorkClass.Bulk];

    protected ClaimRequest Request => request;

    /// <summary>The kinds with their payload versions, as JSON.</summary>
    protected string Kinds { get; } = JsonText.Of(request.Kinds);

    /// <summary>The library's clock, in microseconds.</summary>
    protected long Now { get; } = StoredInstant.Floor(request.Now);

    /// <returns>What was claimed, and the tenant that was served last.</returns>
    public async ValueTask<(ClaimResult Result, string LastServed)> TakeAsync(string lastServed, CancellationToken cancellationToken)
    {
        List<WorkItem> taken = [];
        long? next = null;
        foreach (var queue in Classes)
        {
            if (request.Class is { } asked && asked != queue)
            {
                continue;
            }

            var heads = await HeadsAsync(queue, cancellationToken).ConfigureAwait(false);
            if (taken.Count == 0 && Turns(heads, lastServed) is { Count: > 0 } turns)
            {
                (taken, lastServed) = await TakeAsync(queue, turns, lastServed, cancellationToken).ConfigureAwait(false);
                heads = await HeadsAsync(queue, cancellationToken).ConfigureAwait(false);
            }

            foreach (var head in heads)
            {
                next = next < head.DueAt ? next : head.DueAt;
            }
        }

        return (new(taken, next is { } due ? StoredInstant.ToInstant(due) : null), lastServed);
    }

    /// <summary>Each tenant with a free row of the asked kinds in this class, in the order of their names, and when the first is due.</summary>
    protected abstract ValueTask<List<(string Tenant, long DueAt)>> HeadsAsync(WorkClass queue, CancellationToken cancellationToken);

    /// <summary>Claims the oldest due rows of each tenant, up to its quota. Their order does not matter.</summary>
    protected abstract ValueTask<List<WorkItem>> TakeAsync(WorkClass queue, IReadOnlyList<(string Tenant, int Quota)> turns, CancellationToken cancellationToken);

    /// <summary>The tenants with due rows in the order in which they are served; not more than there are rows to take.</summary>
    private List<string> Turns(List<(string Tenant, long DueAt)> heads, string lastServed)
    {
        var turns = new List<string>();
        foreach (var later in (bool[])[true, false])
        {
            foreach (var (tenant, dueAt) in heads)
            {
                if (dueAt <= Now && turns.Count < request.Limit && Utf8Order.Instance.Compare(tenant, lastServed) > 0 == later)
                {
                    turns.Add(tenant);
                }
            }
        }

        return turns;
    }

    /// <summary>Takes from every tenant as many rows as its rounds come to, and shares again what the tenants with fewer rows left over.</summary>
    private async ValueTask<(List<WorkItem> Taken, string LastServed)> TakeAsync(
        WorkClass queue, List<string> turns, string lastServed, CancellationToken cancellationToken)
    {
        var byTenant = turns.ToDictionary(tenant => tenant, _ => new List<WorkItem>(), StringComparer.Ordinal);
        var (rest, active) = (request.Limit, turns);
        while (rest > 0 && active.Count > 0)
        {
            var (share, extra) = (rest / active.Count, rest % active.Count);
            var quotas = active.Select((tenant, turn) => (Tenant: tenant, Quota: share + (turn < extra ? 1 : 0))).ToList();
            var rows = await TakeAsync(queue, quotas.FindAll(q => q.Quota > 0), cancellationToken).ConfigureAwait(false);
            var counts = rows.CountBy(row => row.Tenant.Value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            rows.ForEach(row => byTenant[row.Tenant.Value].Add(row));
            rest -= rows.Count;
            active = [.. quotas.Where(q => counts.GetValueOrDefault(q.Tenant) == q.Quota).Select(q => q.Tenant)];
        }

        return InRounds(turns.ConvertAll(tenant => byTenant[tenant]), request.Limit - rest, lastServed);
    }

    private static (List<WorkItem> Taken, string LastServed) InRounds(List<List<WorkItem>> byTurn, int count, string lastServed)
    {
        byTurn.ForEach(rows => rows.Sort((a, b) => a.DueAt != b.DueAt ? a.DueAt.CompareTo(b.DueAt) : a.Id.CompareTo(b.Id)));
        var taken = new List<WorkItem>(count);
        for (var round = 0; taken.Count < count; round++)
        {
            foreach (var rows in byTurn)
            {
                if (round < rows.Count)
                {
                    taken.Add(rows[round]);
                    lastServed = rows[round].Tenant.Value;
                }
            }
        }

        return (taken, lastServed);
    }
}
