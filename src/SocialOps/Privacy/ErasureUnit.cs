using NodaTime;
using SocialOps.Incidents;
using SocialOps.Inbox;
using SocialOps.Publishing;
using SocialOps.Responses;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Erases items with everything that is held because of them. What is left counts on: when, where, which category, which clocks.</summary>
internal sealed class ErasureUnit(CaseUnit cases, IIdGenerator ids)
{
    private const string Gone = "What this was about was erased.";

    /// <summary>Erases items, case by case. A case under a legal hold, or with something on its way to the network, is left as it is.</summary>
    public async ValueTask<ErasureReport> EraseAsync(IStoreTransaction transaction, IReadOnlyList<Stored<InboundItem>> items, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var report = ErasureReport.Nothing;
        foreach (var its in items.GroupBy(i => i.Value.Case))
        {
            report = report.Add(await OfCaseAsync(transaction, its.Key, [.. its], actor, now, cancellationToken).ConfigureAwait(false));
        }

        return report;
    }

    /// <summary>Erases a delivery that nobody could read.</summary>
    public static async ValueTask EraseUnreadAsync(IStoreTransaction transaction, Stored<RawDelivery> raw, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        await transaction.RemoveAsync(InboxRecords.Raw.Name, raw.Value.Id, raw.Version, cancellationToken).ConfigureAwait(false);
        await IncidentUnit.CloseAsync(transaction, IncidentKind.QuarantinedDelivery, raw.Value.Id, actor, "Its bytes were erased.", now, cancellationToken).ConfigureAwait(false);
        await ErasedTraces.IncidentAsync(transaction, IncidentId.Of(IncidentKind.QuarantinedDelivery, raw.Value.Id), Gone, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ErasureReport> OfCaseAsync(IStoreTransaction transaction, CaseId id, IReadOnlyList<Stored<InboundItem>> items, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (await HoldRecords.FindAsync(transaction, id, now, cancellationToken).ConfigureAwait(false) is { } hold)
        {
            return ErasureReport.Nothing with { Kept = [new(id, hold.Reason, hold.Until)] };
        }

        var stored = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
        var footprints = new List<ItemFootprint>();
        foreach (var item in items)
        {
            footprints.Add(await ItemFootprint.ReadAsync(transaction, item, cancellationToken).ConfigureAwait(false));
        }

        if (stored.Value.ReplyPending || footprints.Any(f => f.IsOnItsWay))
        {
            return ErasureReport.Nothing with { Kept = [new(id, "A reply or a moderation is on its way to the network.")] };
        }

        var key = await ErasedItems.GetKeyAsync(transaction, ids, cancellationToken).ConfigureAwait(false);
        var stubs = items.ToDictionary(i => i.Value.Id, i => key.StubOf(i.Value.Id));
        foreach (var footprint in footprints)
        {
            await EraseAsync(transaction, footprint, stubs[footprint.Item.Value.Id], now, cancellationToken).ConfigureAwait(false);
        }

        await ErasedTraces.NoticesAsync(transaction, id.Value, Gone, cancellationToken).ConfigureAwait(false);
        var command = await CommandAsync(transaction, stored.Value, items, stubs, cancellationToken).ConfigureAwait(false);
        await cases.ExecuteAsync(transaction, stored, command, actor, now, cancellationToken).ConfigureAwait(false);
        return new(items.Count, footprints.Sum(f => f.Deliveries.Count), footprints.Sum(f => f.Replies.Count), []);
    }

    /// <summary>What the case is to become: about another item of its thread where there is one.</summary>
    private static async ValueTask<CaseCommand.Erase> CommandAsync(IStoreTransaction transaction, Case state, IReadOnlyList<Stored<InboundItem>> items, Dictionary<string, string> stubs, CancellationToken cancellationToken)
    {
        var left = (await new Rows(transaction, cancellationToken).ListAsync(InboxRecords.Items, 1, state.Id.Value).ConfigureAwait(false)).Select(i => i.Value).Where(i => i.ErasedAt is null).ToList();
        string? thread = null;
        if (left.Count == 0 && await transaction.FindAsync(InboxRecords.Threads, items[0].Value.Thread, cancellationToken).ConfigureAwait(false) is { } known && known.Value.Case == state.Id)
        {
            await transaction.RemoveAsync(InboxRecords.Threads.Name, known.Value.Id, known.Version, cancellationToken).ConfigureAwait(false);
        }

        if (left.Count == 0)
        {
            thread = stubs.Values.First();
        }

        return new(stubs, [.. items.Select(i => CaseWave.CommentOf(i.Value).Author)], left.Where(i => i.DeletedAt is null).MaxBy(i => i.WrittenAt), thread);
    }

    private static async ValueTask EraseAsync(IStoreTransaction transaction, ItemFootprint all, string stub, Instant now, CancellationToken cancellationToken)
    {
        var item = all.Item;
        await transaction.RemoveAsync(InboxRecords.Items.Name, item.Value.Id, item.Version, cancellationToken).ConfigureAwait(false);
        await transaction.PutAsync(InboxRecords.Items, item.Value.StubOf(stub, now), 0, cancellationToken).ConfigureAwait(false);
        foreach (var raw in all.Deliveries)
        {
            await transaction.RemoveAsync(InboxRecords.Raw.Name, raw.Value.Id, raw.Version, cancellationToken).ConfigureAwait(false);
        }

        foreach (var reply in all.Replies)
        {
            await transaction.PutAsync(PublicationRecords.Publications, reply.Value with { Text = "", InReplyTo = null, Reason = null, ErasedAt = now }, reply.Version, cancellationToken).ConfigureAwait(false);
            await ErasedTraces.PublicationAsync(transaction, reply.Value.Id, Gone, cancellationToken).ConfigureAwait(false);
        }

        foreach (var sample in all.Samples)
        {
            await transaction.PutAsync(ResponseRecords.Samples, sample.Value with { Text = "", Verdict = sample.Value.Verdict is { } verdict ? verdict with { Reason = "" } : null }, sample.Version, cancellationToken).ConfigureAwait(false);
        }

        foreach (var proposal in all.Proposals)
        {
            await transaction.PutAsync(ReplyRecords.Proposals, proposal.Value with { InReplyTo = "", Drafts = [.. proposal.Value.Drafts.Select(d => d with { Text = "" })], ErasedAt = now }, proposal.Version, cancellationToken).ConfigureAwait(false);
        }

        foreach (var moderation in all.Moderations)
        {
            await transaction.PutAsync(InboxRecords.Moderations, moderation.Value with { Item = stub, Evidence = moderation.Value.Evidence with { Author = "", Text = "", WrittenAt = item.Value.ReceivedAt } }, moderation.Version, cancellationToken).ConfigureAwait(false);
        }

        if (all.Gap is { } gap)
        {
            await transaction.RemoveAsync(ResponseRecords.Gaps.Name, gap.Value.Item, gap.Version, cancellationToken).ConfigureAwait(false);
            await transaction.PutAsync(ResponseRecords.Gaps, gap.Value with { Item = stub }, 0, cancellationToken).ConfigureAwait(false);
        }
    }
}
