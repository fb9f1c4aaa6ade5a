using System.Collections.Immutable;
using NodaTime;
using SocialOps.Work;

namespace SocialOps.Storage.InMemory;

/// <summary>One claim: takes due rows in rounds over the tenants, beginning after the tenant that was served last.</summary>
internal sealed class Claim(ClaimRequest request, ImmutableSortedDictionary<string, TenantRows> tenants, long leaseNow, long leaseUntil)
{
    private static readonly WorkClass[] Classes = [WorkClass.Urgent, WorkClass.Normal, WorkClass.Bulk];
    private readonly Instant _now = StoredInstant.ToInstant(StoredInstant.Floor(request.Now));
    private readonly List<WorkItem> _taken = [];

    public ImmutableSortedDictionary<string, TenantRows> Tenants { get; private set; } = tenants;

    public ClaimResult Take(ref string lastServed)
    {
        foreach (var queue in Classes)
        {
            if (_taken.Count == 0 && IsAsked(queue))
            {
                Take(queue, ref lastServed);
            }
        }

        return new(_taken, NextDueAt());
    }

    private bool IsAsked(WorkClass queue) => request.Class is null || request.Class == queue;

    private void Take(WorkClass queue, ref string lastServed)
    {
        var turns = Turns(queue, lastServed);
        var before = -1;
        for (var round = 0; before < _taken.Count && _taken.Count < request.Limit; round++)
        {
            before = _taken.Count;
            foreach (var (tenant, due) in turns)
            {
                if (round < due.Count && _taken.Count < request.Limit)
                {
                    var rows = Tenants[tenant] with { Work = Tenants[tenant].Work.Claim(due[round], leaseUntil) };
                    Tenants = Tenants.SetItem(tenant, rows);
                    _taken.Add(rows.Work[due[round]].Item);
                    lastServed = tenant;
                }
            }
        }
    }

    /// <summary>The tenants that have rows to take, each with the oldest of them, in the order in which they are served.</summary>
    private List<(string Tenant, List<long> Due)> Turns(WorkClass queue, string lastServed)
    {
        var (later, earlier) = (new List<(string, List<long>)>(), new List<(string, List<long>)>());
        foreach (var (tenant, rows) in Tenants)
        {
            var due = new List<long>();
            foreach (var id in Free(rows.Work, queue))
            {
                if (due.Count == request.Limit || rows.Work[id].Item.DueAt > _now)
                {
                    break;
                }

                due.Add(id);
            }

            if (due.Count > 0)
            {
                (Utf8Order.Instance.Compare(tenant, lastServed) > 0 ? later : earlier).Add((tenant, due));
            }
        }

        later.AddRange(earlier);
        return later;
    }

    private Instant? NextDueAt()
    {
        Instant? next = null;
        foreach (var rows in Tenants.Values)
        {
            foreach (var queue in Classes)
            {
                foreach (var id in IsAsked(queue) ? Free(rows.Work, queue) : [])
                {
                    var dueAt = rows.Work[id].Item.DueAt;
                    next = next is null || dueAt < next ? dueAt : next;
                    break;
                }
            }
        }

        return next;
    }

    /// <summary>The rows of one queue that the worker can handle and nobody holds, the oldest first.</summary>
    private IEnumerable<long> Free(WorkRows rows, WorkClass queue)
    {
        var start = rows.Queue.IndexOf(new(queue, new(Instant.MinValue, 0)));
        for (var at = ~start; at < rows.Queue.Count && rows.Queue[at].Class == queue; at++)
        {
            var row = rows[rows.Queue[at].Due.Id];
            if (!(row.LeaseUntil > leaseNow) && request.Kinds.TryGetValue(row.Item.Kind, out var version) && row.Item.PayloadVersion <= version)
            {
                yield return row.Item.Id;
            }
        }
    }
}
