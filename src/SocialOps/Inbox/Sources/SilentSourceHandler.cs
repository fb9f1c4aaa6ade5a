using NodaTime;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>A source may have become silent: people are told, or the row waits on from the latest look (reliability F17).</summary>
internal sealed class SilentSourceHandler : ITransactionalHandler
{
    public string Kind => SourceWatch.WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(SourceWatch.Records, work.SubjectId, cancellationToken).ConfigureAwait(false) is not { } stored || work.DedupeKey != $"{work.SubjectId}/{stored.Value.Number}")
        {
            return WorkOutcome.Superseded("Nobody waits for it.");
        }

        if (stored.Value.SilentAt > now)
        {
            var (watch, row) = stored.Value.Watched();
            await transaction.PutAsync(SourceWatch.Records, watch, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.ScheduleAsync(row, cancellationToken).ConfigureAwait(false);
            return WorkOutcome.Done;
        }

        await transaction.PutAsync(SourceWatch.Records, stored.Value with { IsWatched = false }, stored.Version, cancellationToken).ConfigureAwait(false);
        await IncidentUnit.OpenAsync(transaction, IncidentKind.SilentSource, stored.Value.Source, stored.Value.Client, $"Nobody has looked at '{stored.Value.Source}' since {stored.Value.LookedAt}: what is written there is not seen. Look at the network by hand, and at the program that polls it, its token and its subscription.", now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }
}
