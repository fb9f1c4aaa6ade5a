using SocialOps.Incidents;
using SocialOps.Notifications;
using SocialOps.Publishing;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>What people were told about something quotes it; the notice stays, its words do not. One that is not handed over yet still is.</summary>
internal static class ErasedTraces
{
    private static readonly IncidentKind[] OfPublications = [IncidentKind.UnclearPublication, IncidentKind.HeldPublication];

    public static async ValueTask NoticesAsync(IStoreTransaction transaction, string subject, string words, CancellationToken cancellationToken)
    {
        foreach (var notice in (await new Rows(transaction, cancellationToken).ListAsync(NotificationRecords.Notices, 0, subject).ConfigureAwait(false)).Where(n => n.Value.Text != words))
        {
            await transaction.PutAsync(NotificationRecords.Notices, notice.Value with { Text = words }, notice.Version, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask PublicationAsync(IStoreTransaction transaction, PublicationId id, string words, CancellationToken cancellationToken)
    {
        foreach (var kind in OfPublications)
        {
            await IncidentAsync(transaction, IncidentId.Of(kind, id.Value), words, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask IncidentAsync(IStoreTransaction transaction, IncidentId id, string words, CancellationToken cancellationToken)
    {
        if (await IncidentUnit.FindAsync(transaction, id, cancellationToken).ConfigureAwait(false) is { } incident)
        {
            await transaction.PutAsync(IncidentRecords.Incidents, incident.Value with { Summary = words }, incident.Version, cancellationToken).ConfigureAwait(false);
            await NoticesAsync(transaction, id.Value, words, cancellationToken).ConfigureAwait(false);
        }
    }
}
