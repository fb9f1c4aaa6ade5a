using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>The events of a request as they are kept.</summary>
internal static class ApprovalHistory
{
    public static async ValueTask<IReadOnlyList<ApprovalEvent>> OfAsync(IStoreTransaction transaction, ApprovalRequestId id, CancellationToken cancellationToken)
    {
        var (events, next) = (new List<ApprovalEvent>(), (string?)null);
        do
        {
            var page = await transaction.QueryAsync(ApprovalRecords.Events, new RecordQuery("", From: $"{id}/", To: $"{id}0", Limit: 1_000, Continue: next), cancellationToken).ConfigureAwait(false);
            events.AddRange(page.Items.Select(e => e.Value.Event));
            next = page.Next;
        }
        while (next is not null);
        return events;
    }
}
