using NodaTime;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Privacy;

/// <summary>
/// What its author has withdrawn from a network is erased here within a day, whether its case is open or not. A moderation's evidence stays until retention or an erasure;
/// what is under a legal hold stays until its end; what something is on its way for is looked at again in an hour.
/// </summary>
internal sealed class WithdrawnHandler(ErasureUnit unit) : ITransactionalHandler
{
    private static readonly Duration Again = Duration.FromHours(1);

    public string Kind => RetentionRow.Withdrawn;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var rows = new Rows(transaction, cancellationToken);
        var withdrawn = new List<Stored<InboundItem>>();
        foreach (var item in (await rows.ListAsync(InboxRecords.Items, 1, work.SubjectId).ConfigureAwait(false)).Where(i => i.Value is { DeletedAt: not null, ErasedAt: null }))
        {
            if ((await rows.ListAsync(InboxRecords.Moderations, 2, item.Value.Id, exact: true).ConfigureAwait(false)).Count == 0)
            {
                withdrawn.Add(item);
            }
        }

        var report = await unit.EraseAsync(transaction, withdrawn, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        return report.Kept is [var kept, ..] ? new WorkOutcome.RetryAt(kept.Until ?? now + Again, "It has to stay for now.") : WorkOutcome.Done;
    }
}
