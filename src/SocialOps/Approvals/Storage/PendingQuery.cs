using NodaTime;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>One page of what waits for somebody: their own list, then the lists of those whose delegations hold now.</summary>
internal static class PendingQuery
{
    public static async ValueTask<PagedResult<PendingApproval>> RunAsync(IStoreTransaction transaction, Recipient who, int limit, string? next, Instant now, CancellationToken cancellationToken)
    {
        var delegations = await transaction.QueryAsync(ApprovalRecords.Delegations, new RecordQuery("", 2, $"{who.Key}/", $"{who.Key}0", 1_000), cancellationToken).ConfigureAwait(false);
        var holding = delegations.Items.Select(d => d.Value).Where(d => d.StartsAt <= now && now < d.HoldsUntil).ToList();
        var lists = holding.Select(d => d.From).Distinct().OrderBy(f => f.Key, StringComparer.Ordinal).Prepend(who).ToList();
        var place = next is null ? new PageToken("", who.Key) : PageToken.Parse(next);
        var at = Math.Max(lists.FindIndex(l => l.Key == place.Id), 0);
        var page = await transaction.QueryAsync(ApprovalRecords.Pending, new RecordQuery("", 1, $"{lists[at].Key}/", $"{lists[at].Key}0", limit, place.Value.Length == 0 ? null : place.Value), cancellationToken).ConfigureAwait(false);
        var items = new List<PendingApproval>();
        foreach (var pending in page.Items.Select(p => p.Value))
        {
            if (at == 0 || await IsDelegatedAsync(transaction, pending, holding.Where(d => d.From == lists[at]), now, cancellationToken).ConfigureAwait(false))
            {
                items.Add(pending);
            }
        }

        return new(items, page.Next is { } more ? new PageToken(more, lists[at].Key).ToString() : at + 1 < lists.Count ? new PageToken("", lists[at + 1].Key).ToString() : null);
    }

    private static async ValueTask<bool> IsDelegatedAsync(IStoreTransaction transaction, PendingApproval pending, IEnumerable<Delegation> delegations, Instant now, CancellationToken cancellationToken)
    {
        var request = await transaction.GetAsync(ApprovalRecords.Requests, pending.Request.Value, cancellationToken).ConfigureAwait(false);
        var policy = await ApprovalUnit.PolicyAsync(transaction, request.Value.Policy, request.Value.PolicyVersion, cancellationToken).ConfigureAwait(false);
        var step = policy.Steps[pending.Step].Name;
        return delegations.Any(d => pending.Parts.Any(p => d.Covers(now, pending.Client, p.Name, step)));
    }
}
