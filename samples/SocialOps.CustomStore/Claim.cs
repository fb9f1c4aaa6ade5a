using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.CustomStore;

/// <summary>Which due rows a worker gets: of the most urgent queue that has any, in rounds over the tenants, beginning after the one that was served last.</summary>
internal static class Claim
{
    private static readonly WorkClass[] Queues = [WorkClass.Urgent, WorkClass.Normal, WorkClass.Bulk];

    public static List<WorkItem> Take(ClaimRequest request, IReadOnlyDictionary<string, TenantRows> tenants, string lastServed, long leaseNow)
    {
        var now = StoredInstant.ToInstant(StoredInstant.Floor(request.Now));
        var due =
            from queue in Queues
            where request.Class is null || request.Class == queue
            let turns = tenants
                .OrderBy(t => Utf8Order.Instance.Compare(t.Key, lastServed) <= 0)
                .Select(t => Free(request, t.Value, leaseNow).Where(w => w.Class == queue && w.DueAt <= now).OrderBy(w => w.DueAt).ThenBy(w => w.Id).Take(request.Limit).ToList())
                .ToList()
            where turns.Exists(t => t.Count > 0)
            select Enumerable.Range(0, request.Limit).SelectMany(round => turns.Where(t => round < t.Count).Select(t => t[round])).Take(request.Limit);
        return [.. (due.FirstOrDefault() ?? []).Select(w => w with { Fence = w.Fence + 1, Attempt = w.Attempt + 1 })];
    }

    public static Instant? NextDueAt(ClaimRequest request, IReadOnlyDictionary<string, TenantRows> tenants, long leaseNow)
        => tenants.Values.SelectMany(rows => Free(request, rows, leaseNow)).Select(w => (Instant?)w.DueAt).Min();

    /// <summary>The open rows that the worker can handle and nobody holds.</summary>
    private static IEnumerable<WorkItem> Free(ClaimRequest request, TenantRows rows, long leaseNow)
        => from row in rows.Work.Values
           where row.Item.State == WorkState.Open && !(row.LeaseUntil > leaseNow) && (request.Class is null || row.Item.Class == request.Class)
               && request.Kinds.TryGetValue(row.Item.Kind, out var version) && row.Item.PayloadVersion <= version
           select row.Item;
}
