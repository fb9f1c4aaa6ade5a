using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Work;

namespace SocialOps.Invariants;

/// <summary>I1, I12: what a platform has shown is an item, our own post, in quarantine, discarded by a person or about to be read.</summary>
internal sealed class DeliveryCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        var agency = await walk.Snapshots.FindCurrentAsync(walk.Transaction, cancellationToken).ConfigureAwait(false);
        await foreach (var raw in walk.RecordsAsync(InboxRecords.Raw, 0, cancellationToken).ConfigureAwait(false))
        {
            if (raw.Findings is not null)
            {
                if (raw.Findings.Count == 0 || await walk.FindEventAsync(raw.Id, "inbox.quarantined", cancellationToken).ConfigureAwait(false) is null)
                {
                    walk.Add(Invariant.ReasonAndActor, raw.Id, "The delivery is in quarantine without a recorded reason. Read its bytes, and deliver it again.");
                }
            }
            else if (!await IsTakenInAsync(walk, raw, agency, cancellationToken).ConfigureAwait(false) && !await IsAboutToBeReadAsync(walk, raw, cancellationToken).ConfigureAwait(false))
            {
                walk.Add(Invariant.NextAction, raw.Id, $"The delivery of {raw.ReceivedAt} is no item, not in quarantine and not about to be read: it is lost. Deliver its bytes again with one blank more.");
            }
        }
    }

    private static async ValueTask<bool> IsTakenInAsync(InvariantWalk walk, RawDelivery raw, AgencySnapshot? agency, CancellationToken cancellationToken)
    {
        if (InboundLine.Read(raw.Bytes).Fact is not { } fact)
        {
            return await IsDiscardedAsync(walk, raw, cancellationToken).ConfigureAwait(false);
        }

        var places = fact.Account is { } account ? [account.Value]
            : raw.Client is { } client ? [client.Value]
            : agency?.Definition.Clients.Select(c => c.Id.Value) ?? [];
        foreach (var id in places.Select(place => InboundItem.KeyOf(place, fact.Network, fact.ExternalId)))
        {
            if (await walk.ExistsAsync(InboxRecords.Items, id, cancellationToken).ConfigureAwait(false)
                || await walk.FindEventAsync(id, "inbox.own", cancellationToken).ConfigureAwait(false) is not null)
            {
                return true;
            }
        }

        return await IsDiscardedAsync(walk, raw, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<bool> IsDiscardedAsync(InvariantWalk walk, RawDelivery raw, CancellationToken cancellationToken)
        => await walk.FindEventAsync(raw.Id, "inbox.released", cancellationToken).ConfigureAwait(false) is { Actor.Kind: not ActorKind.Service };

    private static async ValueTask<bool> IsAboutToBeReadAsync(InvariantWalk walk, RawDelivery raw, CancellationToken cancellationToken)
        => (await walk.OpenRowsAsync(raw.Id, cancellationToken).ConfigureAwait(false)).Any(row => row.Kind == ProcessHandler.WorkKind && row.State == WorkState.Open);
}
