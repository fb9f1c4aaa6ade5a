using SocialOps.Auditing;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Privacy;

/// <summary>Erases a customer, a batch a transaction, so that an erasure of any size never holds the store for long. What was interrupted goes on when it is asked for again.</summary>
internal sealed class CustomerErasing(TenantId tenant, IStore store, EngineClock clock, ErasureUnit unit, string erasure, Actor actor)
{
    /// <summary>The audit event of an erasure that has come to its end.</summary>
    public const string Ended = "customer.erasure-ended";

    private const int BatchSize = 100;

    public async ValueTask<ErasureReport> RunAsync(IReadOnlyList<CustomerHandle> handles, CancellationToken cancellationToken)
    {
        var report = ErasureReport.Nothing;
        foreach (var key in handles.Select(h => h.Key).Distinct())
        {
            var next = (string?)null;
            do
            {
                (var batch, next) = await store.WriteAsync(tenant, t => BatchAsync(t, key, next, cancellationToken), cancellationToken).ConfigureAwait(false);
                report = report.Add(batch);
            }
            while (next is not null);
        }

        report = report with { Kept = [.. report.Kept.DistinctBy(k => k.Case)] };
        var unread = await store.WriteAsync(tenant, t => EndAsync(t, handles, report.Kept.Count == 0, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (store is IStoreTraces traces)
        {
            await traces.ClearTracesAsync(cancellationToken).ConfigureAwait(false);
        }

        return report with { Deliveries = report.Deliveries + unread };
    }

    private async ValueTask<(ErasureReport Report, string? Next)> BatchAsync(IStoreTransaction transaction, string key, string? next, CancellationToken cancellationToken)
    {
        var page = await transaction.QueryAsync(InboxRecords.Items, new RecordQuery("", 3, $"{key}/", $"{key}0", BatchSize, next), cancellationToken).ConfigureAwait(false);
        if (page.Items.Count == 0)
        {
            return (ErasureReport.Nothing, null);
        }

        var report = await unit.EraseAsync(transaction, page.Items, actor, clock.Now(), cancellationToken).ConfigureAwait(false);
        var kept = report.Kept.Count == 0 ? "" : $"; nothing of {string.Join(", ", report.Kept.Select(k => $"case {k.Case} ({k.Reason})"))}";
        await AppendAsync(transaction, "customer.erased", $"{report.Items} item(s), {report.Deliveries} delivery(ies), {report.Replies} reply(ies) erased{kept}.", cancellationToken).ConfigureAwait(false);
        return (report, page.Next);
    }

    /// <summary>What belongs to no item; and the links, unless something of the customer has to stay.</summary>
    private async ValueTask<int> EndAsync(IStoreTransaction transaction, IReadOnlyList<CustomerHandle> handles, bool isAll, CancellationToken cancellationToken)
    {
        var unread = await UnreadDeliveries.MentioningAsync(transaction, handles, cancellationToken).ConfigureAwait(false);
        foreach (var raw in unread)
        {
            await ErasureUnit.EraseUnreadAsync(transaction, raw, actor, clock.Now(), cancellationToken).ConfigureAwait(false);
        }

        foreach (var handle in isAll ? handles : [])
        {
            if (await transaction.FindAsync(CustomerRecords.Handles, handle.Key, cancellationToken).ConfigureAwait(false) is { } linked)
            {
                await transaction.RemoveAsync(CustomerRecords.Handles.Name, handle.Key, linked.Version, cancellationToken).ConfigureAwait(false);
            }
        }

        await AppendAsync(transaction, Ended, $"{unread.Count} delivery(ies) that nobody could read erased. {(isAll ? "Nothing is left." : "What has to stay is left.")}", cancellationToken).ConfigureAwait(false);
        return unread.Count;
    }

    private ValueTask AppendAsync(IStoreTransaction transaction, string action, string detail, CancellationToken cancellationToken)
        => transaction.AppendAsync(new AuditEvent(clock.Now(), actor, action, erasure, detail), cancellationToken);
}
