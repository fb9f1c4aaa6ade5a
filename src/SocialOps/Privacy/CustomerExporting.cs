using NodaTime;
using SocialOps.Auditing;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Gathers an export.</summary>
internal static class CustomerExporting
{
    public static async ValueTask<CustomerExport> ReadAsync(IStoreTransaction transaction, IReadOnlyList<CustomerHandle> handles, Instant now, CancellationToken cancellationToken)
    {
        var rows = new Rows(transaction, cancellationToken);
        var items = new List<ExportedItem>();
        foreach (var key in handles.Select(h => h.Key).Distinct())
        {
            foreach (var item in await rows.ListAsync(InboxRecords.Items, 3, key).ConfigureAwait(false))
            {
                var all = await ItemFootprint.ReadAsync(transaction, item, cancellationToken).ConfigureAwait(false);
                items.Add(new(item.Value, [.. all.Deliveries.Select(d => ExportedDelivery.Of(d.Value))], [.. all.Replies.Select(r => r.Value)], [.. all.Samples.Select(s => s.Value)], [.. all.Proposals.Select(p => p.Value)], [.. all.Moderations.Select(m => m.Value)]));
            }
        }

        var cases = new List<ExportedCase>();
        foreach (var id in items.Select(i => i.Item.Case).Distinct())
        {
            cases.Add(await CaseAsync(transaction, rows, id, cancellationToken).ConfigureAwait(false));
        }

        var unread = await UnreadDeliveries.MentioningAsync(transaction, handles, cancellationToken).ConfigureAwait(false);
        return new()
        {
            ExportedAt = now,
            Handles = handles,
            Items = [.. items.OrderBy(i => i.Item.ReceivedAt).ThenBy(i => i.Item.Id, StringComparer.Ordinal)],
            Cases = cases,
            Unread = [.. unread.Select(d => ExportedDelivery.Of(d.Value))],
        };
    }

    private static async ValueTask<ExportedCase> CaseAsync(IStoreTransaction transaction, Rows rows, CaseId id, CancellationToken cancellationToken)
    {
        var @case = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
        var history = await transaction.QueryAuditAsync(new AuditQuery(id.Value, Limit: 1_000, Descending: true), cancellationToken).ConfigureAwait(false);
        var notices = await rows.ListAsync(NotificationRecords.Notices, 0, id.Value).ConfigureAwait(false);
        return new(@case.Value, [.. history.Items.Reverse()], [.. notices.Select(n => n.Value).OrderBy(n => n.CreatedAt)]);
    }
}
