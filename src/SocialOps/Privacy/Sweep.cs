using NodaTime;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Privacy;

/// <summary>One batch of what is kept no longer.</summary>
internal sealed class Sweep(IStoreTransaction transaction, ErasureUnit unit, AgencySnapshot agency, Instant now)
{
    /// <summary>How much was removed.</summary>
    public int Removed { get; private set; }

    /// <summary>Deliveries by their arrival. One that waits for people or for a reader stays, and so does one of a case under a legal hold.</summary>
    /// <returns>Where to go on; <see langword="null"/> at the end.</returns>
    public async ValueTask<string?> DeliveriesAsync(string? next, int limit, CancellationToken cancellationToken)
    {
        var page = await transaction.QueryAsync(InboxRecords.Raw, new RecordQuery("", 2, null, End(agency.Definition.Retention.DeliveryDays), limit, next), cancellationToken).ConfigureAwait(false);
        foreach (var raw in page.Items.Where(r => r.Value.Findings is null))
        {
            var waits = await transaction.QueryWorkAsync(new WorkQuery(SubjectId: raw.Value.Id, Limit: 1), cancellationToken).ConfigureAwait(false);
            if (waits.Items.Count == 0 && !await IsHeldAsync(raw.Value, cancellationToken).ConfigureAwait(false))
            {
                await transaction.RemoveAsync(InboxRecords.Raw.Name, raw.Value.Id, raw.Version, cancellationToken).ConfigureAwait(false);
                Removed++;
            }
        }

        return page.Next;
    }

    /// <summary>Items by their arrival, where their case was closed long enough ago.</summary>
    /// <returns>Where to go on; <see langword="null"/> at the end.</returns>
    public async ValueTask<string?> ItemsAsync(string? next, int limit, CancellationToken cancellationToken)
    {
        var days = Duration.FromDays(agency.Definition.Retention.ItemDays);
        var page = await transaction.QueryAsync(InboxRecords.Items, new RecordQuery("", 4, null, End(agency.Definition.Retention.ItemDays), limit, next), cancellationToken).ConfigureAwait(false);
        var over = new List<Stored<InboundItem>>();
        foreach (var its in page.Items.GroupBy(i => i.Value.Case))
        {
            var @case = await transaction.GetAsync(InboxRecords.Cases, its.Key.Value, cancellationToken).ConfigureAwait(false);
            if (@case.Value.ClosedAt is { } closed && closed + days <= now)
            {
                over.AddRange(its);
            }
        }

        Removed += (await unit.EraseAsync(transaction, over, Actor.Engine, now, cancellationToken).ConfigureAwait(false)).Items;
        return page.Next;
    }

    /// <summary>Whether there is anything that a later sweep may have to remove.</summary>
    public async ValueTask<bool> HoldsSomethingAsync(CancellationToken cancellationToken)
        => (await transaction.QueryAsync(InboxRecords.Raw, new RecordQuery("", 2, Limit: 1), cancellationToken).ConfigureAwait(false)).Items.Count > 0
            || (await transaction.QueryAsync(InboxRecords.Items, new RecordQuery("", 4, Limit: 1), cancellationToken).ConfigureAwait(false)).Items.Count > 0;

    private string End(int days) => IndexText.Of(now - Duration.FromDays(days) + Duration.FromTicks(10));

    private async ValueTask<bool> IsHeldAsync(RawDelivery raw, CancellationToken cancellationToken)
    {
        var usual = agency.Definition.Clients is [var first, ..] ? first.Id.Value : null;
        if (InboundLine.Read(raw.Bytes).Fact is not { } fact || (fact.Account?.Value ?? raw.Client?.Value ?? usual) is not { } place)
        {
            return false;
        }

        return await transaction.FindAsync(InboxRecords.Items, InboundItem.KeyOf(place, fact.Network, fact.ExternalId), cancellationToken).ConfigureAwait(false) is { } item
            && await HoldRecords.FindAsync(transaction, item.Value.Case, now, cancellationToken).ConfigureAwait(false) is not null;
    }
}
