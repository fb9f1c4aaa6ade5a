using System.Text;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>Writes where a publication stands, and tells whoever waits to hear of it.</summary>
internal static class PublicationOutcome
{
    public const string WorkKind = "publication.outcome";

    public static async ValueTask WriteAsync(IStoreTransaction transaction, Publication publication, long version, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        await transaction.PutAsync(PublicationRecords.Publications, publication, version, cancellationToken).ConfigureAwait(false);
        if (publication.State is PublicationState.Scheduled or PublicationState.Sending or PublicationState.OutcomeUnknown)
        {
            return;
        }

        await transaction.AppendAsync(new AuditEvent(now, actor, $"publication.{Name(publication.State)}", publication.Id.Value, publication.Reason ?? $"as {publication.ExternalId}"), cancellationToken).ConfigureAwait(false);
        if (publication.Origin is { } origin)
        {
            var key = $"{publication.Id}/{publication.Releases}/{publication.State}";
            await transaction.ScheduleAsync(new(WorkKind, origin, WorkClass.Normal, now, key, Encoding.UTF8.GetBytes(publication.Id.Value)), cancellationToken).ConfigureAwait(false);
        }

        await TellPeopleAsync(transaction, publication, actor, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What held it back is over.</summary>
    public static ValueTask EndHoldAsync(IStoreTransaction transaction, Publication publication, Actor actor, Instant now, CancellationToken cancellationToken)
        => IncidentUnit.CloseAsync(transaction, IncidentKind.HeldPublication, publication.Id.Value, actor, $"It is {publication.State}.", now, cancellationToken);

    /// <summary>A person has let it be sent again: the row that sends it.</summary>
    public static async ValueTask ReleasedAsync(IStoreTransaction transaction, Publication publication, Actor actor, string reason, Instant now, CancellationToken cancellationToken)
    {
        await transaction.AppendAsync(new AuditEvent(now, actor, "publication.released", publication.Id.Value, reason), cancellationToken).ConfigureAwait(false);
        await transaction.ScheduleAsync(PublicationDraft.RowOf(publication, now), cancellationToken).ConfigureAwait(false);
        await IncidentUnit.CloseAsync(transaction, IncidentKind.UnclearPublication, publication.Id.Value, actor, "It is sent again.", now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What nobody can look up, or nobody has approved, waits for a person, with a deadline and an escalation of its own (reliability F12).</summary>
    private static async ValueTask TellPeopleAsync(IStoreTransaction transaction, Publication publication, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (publication.State == PublicationState.NeedsHuman)
        {
            await IncidentUnit.OpenAsync(transaction, IncidentKind.UnclearPublication, publication.Id.Value, publication.Client, $"Look at {publication.Network} whether \"{Excerpt(publication.Text)}\" is there, then confirm, release or cancel publication {publication.Id}: {publication.Reason}", now, cancellationToken).ConfigureAwait(false);
            return;
        }

        await IncidentUnit.CloseAsync(transaction, IncidentKind.UnclearPublication, publication.Id.Value, actor, $"It is {publication.State}.", now, cancellationToken).ConfigureAwait(false);
        if (publication.State != PublicationState.Held)
        {
            await EndHoldAsync(transaction, publication, actor, now, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Excerpt(string text) => text.Length <= 60 ? text : $"{text[..(char.IsHighSurrogate(text[56]) ? 56 : 57)]}...";

    private static string Name(PublicationState state) => state switch
    {
        PublicationState.Published => "published",
        PublicationState.Failed => "failed",
        PublicationState.Cancelled => "cancelled",
        PublicationState.Held => "held",
        PublicationState.Retracted => "retracted",
        _ => "needs-human",
    };
}
