using System.Buffers;
using System.Text;
using System.Text.Json;
using SocialOps.Relational;
using SocialOps.Relational.Rows;
using SocialOps.Relational.Sql;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Sqlite;

/// <summary>One claim within the writer's turn: rounds over the tenants, beginning after the one that was served last.</summary>
internal sealed class SqliteClaim(Session session, ClaimRequest request, LeaseClock leases)
{
    private static readonly WorkClass[] Classes = [WorkClass.Urgent, WorkClass.Normal, WorkClass.Bulk];
    private readonly SqliteClaimSql _sql = SqliteCatalogue.Instance.Claims;
    private readonly string _kinds = Json(request.Kinds);
    private readonly long _now = StoredInstant.Floor(request.Now);
    private readonly long _leaseNow = leases.Now;
    private readonly long _until = leases.After(request.LeaseLength);

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
                (taken, lastServed) = await TakeAsync(queue, turns, cancellationToken).ConfigureAwait(false);
                heads = await HeadsAsync(queue, cancellationToken).ConfigureAwait(false);
            }

            foreach (var head in heads)
            {
                next = next < head.DueAt ? next : head.DueAt;
            }
        }

        return (new(taken, next is { } due ? StoredInstant.ToInstant(due) : null), lastServed);
    }

    private static string Json(IReadOnlyDictionary<string, int> kinds)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var (kind, version) in kinds)
            {
                json.WriteNumber(kind, version);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private ValueTask<List<(string Tenant, long DueAt)>> HeadsAsync(WorkClass queue, CancellationToken cancellationToken)
        => session.Bind(_sql.Heads, (long)queue, _leaseNow, _kinds).ListAsync(row => (row.GetString(0), row.GetInt64(1)), cancellationToken);

    /// <summary>The tenants with due rows in the order in which they are served; not more than there are rows to take.</summary>
    private List<string> Turns(List<(string Tenant, long DueAt)> heads, string lastServed)
    {
        var turns = new List<string>();
        foreach (var later in (bool[])[true, false])
        {
            foreach (var (tenant, dueAt) in heads)
            {
                if (dueAt <= _now && turns.Count < request.Limit && Utf8Order.Instance.Compare(tenant, lastServed) > 0 == later)
                {
                    turns.Add(tenant);
                }
            }
        }

        return turns;
    }

    /// <summary>Takes from every tenant as many rows as its rounds come to, and shares again what the tenants with fewer rows left over.</summary>
    private async ValueTask<(List<WorkItem> Taken, string LastServed)> TakeAsync(WorkClass queue, List<string> turns, CancellationToken cancellationToken)
    {
        var rest = request.Limit;
        var byTenant = turns.ConvertAll(_ => new List<WorkItem>());
        var active = Enumerable.Range(0, turns.Count).ToList();
        while (rest > 0 && active.Count > 0)
        {
            var (share, extra) = (rest / active.Count, rest % active.Count);
            var still = new List<int>();
            foreach (var turn in active)
            {
                var quota = share + (extra-- > 0 ? 1 : 0);
                var rows = quota == 0 ? [] : await TakeAsync(queue, turns[turn], quota, cancellationToken).ConfigureAwait(false);
                byTenant[turn].AddRange(rows);
                rest -= rows.Count;
                if (rows.Count == quota)
                {
                    still.Add(turn);
                }
            }

            active = still;
        }

        return InRounds(turns, byTenant, request.Limit - rest);
    }

    private async ValueTask<List<WorkItem>> TakeAsync(WorkClass queue, string tenant, int limit, CancellationToken cancellationToken)
    {
        var take = session.Bind(_sql.Take, tenant, (long)queue, _now, _leaseNow, _kinds, request.Owner, _until, limit);
        var rows = await take.ListAsync(RowReader.Work, cancellationToken).ConfigureAwait(false);
        rows.Sort((a, b) => a.DueAt != b.DueAt ? a.DueAt.CompareTo(b.DueAt) : a.Id.CompareTo(b.Id));
        return rows;
    }

    private static (List<WorkItem> Taken, string LastServed) InRounds(List<string> turns, List<List<WorkItem>> byTenant, int count)
    {
        var (taken, lastServed) = (new List<WorkItem>(count), turns[0]);
        for (var round = 0; taken.Count < count; round++)
        {
            for (var turn = 0; turn < turns.Count; turn++)
            {
                if (round < byTenant[turn].Count)
                {
                    taken.Add(byTenant[turn][round]);
                    lastServed = turns[turn];
                }
            }
        }

        return (taken, lastServed);
    }
}
