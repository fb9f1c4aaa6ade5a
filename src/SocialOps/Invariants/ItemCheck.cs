using SocialOps.Inbox;

namespace SocialOps.Invariants;

/// <summary>I4, I11: an item stands under its natural key, and its case and thread are there.</summary>
internal sealed class ItemCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        await foreach (var item in walk.RecordsAsync(InboxRecords.Items, 0, cancellationToken).ConfigureAwait(false))
        {
            if (item.ErasedAt is null && item.Id != InboundItem.KeyOf(item.Account?.Value ?? item.Client.Value, item.Network, item.ExternalId))
            {
                walk.Add(Invariant.OneItem, item.Id, $"The item does not stand under its natural key, so '{item.ExternalId}' of {item.Network} can be in the inbox twice. Remove it after comparing it with the other one.");
            }

            if (!await walk.ExistsAsync(InboxRecords.Cases, item.Case.Value, cancellationToken).ConfigureAwait(false))
            {
                walk.Add(Invariant.OneTenant, item.Id, $"The item belongs to case {item.Case}, which is not in this tenant. Find out what wrote it.");
            }
        }

        await foreach (var thread in walk.RecordsAsync(InboxRecords.Threads, 0, cancellationToken).ConfigureAwait(false))
        {
            if (!await walk.ExistsAsync(InboxRecords.Cases, thread.Case.Value, cancellationToken).ConfigureAwait(false))
            {
                walk.Add(Invariant.OneTenant, thread.Id, $"The thread is in case {thread.Case}, which is not in this tenant. Find out what wrote it.");
            }
        }
    }
}
