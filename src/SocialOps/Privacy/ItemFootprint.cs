using SocialOps.Inbox;
using SocialOps.Publishing;
using SocialOps.Responses;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Everything that is held because of one item: what an export shows and an erasure removes.</summary>
internal sealed record ItemFootprint(
    Stored<InboundItem> Item,
    IReadOnlyList<Stored<RawDelivery>> Deliveries,
    IReadOnlyList<Stored<Publication>> Replies,
    IReadOnlyList<Stored<QualitySample>> Samples,
    IReadOnlyList<Stored<ReplyProposal>> Proposals,
    IReadOnlyList<Stored<ItemModeration>> Moderations,
    Stored<PoolGap>? Gap)
{
    /// <summary>Something of it waits for the network: until then it is needed.</summary>
    public bool IsOnItsWay => Moderations.Any(m => m.Value.DoneAt is null)
        || Replies.Any(r => r.Value.State is not (PublicationState.Published or PublicationState.Failed or PublicationState.Cancelled or PublicationState.Retracted));

    public static async ValueTask<ItemFootprint> ReadAsync(IStoreTransaction transaction, Stored<InboundItem> item, CancellationToken cancellationToken)
    {
        var it = item.Value;
        var rows = new Rows(transaction, cancellationToken);
        var raw = RawDelivery.ItemKey(it.Network, it.ExternalId);
        var replies = (await rows.ListAsync(PublicationRecords.Publications, 2, it.Case.Value).ConfigureAwait(false)).Where(p => p.Value.InReplyTo == it.ExternalId).ToList();
        var samples = new List<Stored<QualitySample>>();
        foreach (var reply in replies)
        {
            if (await transaction.FindAsync(ResponseRecords.Samples, reply.Value.Id.Value, cancellationToken).ConfigureAwait(false) is { } sample)
            {
                samples.Add(sample);
            }
        }

        return new(
            item,
            [.. (await rows.ListAsync(InboxRecords.Raw, 3, raw).ConfigureAwait(false)).Where(r => IsAbout(r.Value, it))],
            replies,
            samples,
            [.. (await rows.ListAsync(ReplyRecords.Proposals, 1, it.Case.Value).ConfigureAwait(false)).Where(p => p.Value.InReplyTo == it.ExternalId)],
            await rows.ListAsync(InboxRecords.Moderations, 2, it.Id, exact: true).ConfigureAwait(false),
            await transaction.FindAsync(ResponseRecords.Gaps, it.Id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The network's id of an item is one at its place of arrival only.</summary>
    private static bool IsAbout(RawDelivery raw, InboundItem item)
        => InboundLine.Read(raw.Bytes).Fact is { } fact && (fact.Account?.Value ?? raw.Client?.Value ?? item.Client.Value) == (item.Account?.Value ?? item.Client.Value);
}
