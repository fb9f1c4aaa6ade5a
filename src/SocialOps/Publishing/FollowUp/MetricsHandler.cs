using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>Reads a post's numbers an hour, a day and a week after it went out.</summary>
internal sealed class MetricsHandler(IStore store, Connectors connectors) : IExternalHandler
{
    public const string WorkKind = "publication.metrics";

    public string Kind => WorkKind;

    public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(work.Item.Tenant, t => t.GetAsync(PublicationRecords.Publications, work.Item.SubjectId, cancellationToken), cancellationToken).ConfigureAwait(false);
        var (publication, source) = (stored.Value, connectors.FindMetrics(stored.Value.Network));
        var metrics = source is not null && publication is { State: PublicationState.Published, Account: { } account, ExternalId: { } id }
            ? await source.ReadAsync(account, id, work.Deadline).ConfigureAwait(false)
            : null;
        await store.WriteAsync(work.Item.Tenant, RecordAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask RecordAsync(IStoreTransaction transaction)
        {
            if (publication.State == PublicationState.Published)
            {
                await transaction.PutAsync(MetricsRecords.Snapshots, new(publication.Id, work.Now, metrics), 0, cancellationToken).ConfigureAwait(false);
            }

            await transaction.FinishAsync(work.Item.Lease, WorkOutcome.Done, cancellationToken).ConfigureAwait(false);
        }
    }
}
