using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>Looks at a published post again, after ten minutes and after a day: is it still there, and only once (reliability F14)? What is not there is looked for twice before people are told.</summary>
internal sealed class PublishedCheckHandler(IStore store, Connectors connectors) : IExternalHandler
{
    public const string WorkKind = "publication.check";
    private static readonly NodaTime.Duration SecondLook = NodaTime.Duration.FromMinutes(15);

    public string Kind => WorkKind;

    public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(work.Item.Tenant, t => t.GetAsync(PublicationRecords.Publications, work.Item.SubjectId, cancellationToken), cancellationToken).ConfigureAwait(false);
        var publication = stored.Value;
        var count = publication.State == PublicationState.Published && connectors.FindPublisher(publication.Network) is { } publisher
            ? await publisher.CountAsync(SendHandler.RequestOf(work.Item.Tenant, publication), work.Deadline).ConfigureAwait(false)
            : 1;
        await store.WriteAsync(work.Item.Tenant, RecordAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask RecordAsync(IStoreTransaction transaction)
        {
            var isSecondLook = work.Item.DedupeKey.EndsWith("/again", StringComparison.Ordinal);
            if (count == 0 && !isSecondLook)
            {
                await transaction.ScheduleAsync(new WorkDraft(WorkKind, publication.Id.Value, WorkClass.Bulk, work.Now + SecondLook, $"{work.Item.DedupeKey}/again", default), cancellationToken).ConfigureAwait(false);
            }
            else if (count == 0)
            {
                await IncidentUnit.OpenAsync(transaction, IncidentKind.VanishedPublication, publication.Id.Value, publication.Client, $"Our post {publication.ExternalId} on {publication.Network} is no longer there. Find out who removed it; where it answered somebody, answer again.", work.Now, cancellationToken).ConfigureAwait(false);
            }
            else if (count > 1)
            {
                await IncidentUnit.OpenAsync(transaction, IncidentKind.DuplicatePublication, publication.Id.Value, publication.Client, $"Our post {publication.ExternalId} stands {count} times on {publication.Network}. Take the younger ones down.", work.Now, cancellationToken).ConfigureAwait(false);
            }

            await transaction.FinishAsync(work.Item.Lease, WorkOutcome.Done, cancellationToken).ConfigureAwait(false);
        }
    }
}
