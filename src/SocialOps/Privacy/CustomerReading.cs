using SocialOps.Inbox;
using SocialOps.Publishing;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Reads what is known of a customer over all their handles, in the order of arrival.</summary>
internal static class CustomerReading
{
    /// <summary>One page over all handles: each is asked from the same position, and the pages are merged.</summary>
    public static async ValueTask<PagedResult<InboundItem>> ItemsAsync(IStoreTransaction transaction, IReadOnlyList<CustomerHandle> handles, int limit, string? next, bool descending, CancellationToken cancellationToken)
    {
        var position = next is null ? (PageToken?)null : PageToken.Parse(next);
        var found = new List<InboundItem>();
        foreach (var key in handles.Select(h => h.Key).Distinct())
        {
            var from = position is { } at ? new PageToken($"{key}/{at.Value}", at.Id).ToString() : null;
            var query = new RecordQuery("", 3, $"{key}/", $"{key}0", limit, from, descending);
            found.AddRange((await transaction.QueryAsync(InboxRecords.Items, query, cancellationToken).ConfigureAwait(false)).Items.Select(i => i.Value));
        }

        var ordered = found.OrderBy(i => (IndexText.Of(i.ReceivedAt), i.Id), Order.Of(descending)).ToList();
        return ordered.Count < limit ? new(ordered, null) : new(ordered[..limit], new PageToken(IndexText.Of(ordered[limit - 1].ReceivedAt), ordered[limit - 1].Id).ToString());
    }

    /// <summary>What came of an item.</summary>
    public static async ValueTask<CustomerContact> ContactAsync(IStoreTransaction transaction, InboundItem item, CancellationToken cancellationToken)
    {
        var @case = await transaction.GetAsync(InboxRecords.Cases, item.Case.Value, cancellationToken).ConfigureAwait(false);
        var replies = await transaction.QueryAsync(PublicationRecords.Publications, new RecordQuery("", 2, $"{item.Case}/", $"{item.Case}0"), cancellationToken).ConfigureAwait(false);
        return new(item, @case.Value, [.. replies.Items.Select(p => p.Value).Where(p => p.InReplyTo == item.ExternalId)]);
    }

    /// <summary>By arrival, then by id, as the store orders.</summary>
    private sealed class Order(int sign) : IComparer<(string At, string Id)>
    {
        public static Order Of(bool descending) => new(descending ? -1 : 1);

        public int Compare((string At, string Id) x, (string At, string Id) y)
            => sign * (string.CompareOrdinal(x.At, y.At) is not 0 and var byTime ? byTime : Utf8Order.Instance.Compare(x.Id, y.Id));
    }
}
