using System.Text.Json;
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
        var id = JsonSerializer.Deserialize(work.Payload.Span, CaseJson.Default.String)!;
        if (await transaction.FindAsync(InboxRecords.Items, id, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return WorkOutcome.Superseded("It was erased before.");
        }

        var evidence = await new Rows(transaction, cancellationToken).ListAsync(InboxRecords.Moderations, 2, id, exact: true).ConfigureAwait(false);
        if (evidence.Count > 0)
        {
            return WorkOutcome.Superseded("It is evidence of a moderation.");
        }

        var report = await unit.EraseAsync(transaction, [item], Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        return report.Kept is [var kept, ..] ? new WorkOutcome.RetryAt(kept.Until ?? now + Again, "It has to stay for now.") : WorkOutcome.Done;
    }
}
