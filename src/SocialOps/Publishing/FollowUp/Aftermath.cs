using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>What follows when something was published, or was held back.</summary>
internal sealed class Aftermath(ApprovalGate approvals, Connectors connectors, PlanningBell planning)
{
    private static readonly Duration[] Checks = [Duration.FromMinutes(10), Duration.FromHours(24)];
    private static readonly Duration[] Snapshots = [Duration.FromHours(1), Duration.FromHours(24), Duration.FromDays(7)];

    /// <summary>It is out: its approval can no longer be taken back, it is looked at again (reliability F14), its numbers are read, and the next post is due to be planned.</summary>
    public async ValueTask PublishedAsync(IStoreTransaction transaction, Publication publication, Instant now, CancellationToken cancellationToken)
    {
        if (connectors.FindPublisher(publication.Network) is { Capabilities.Lookup: not PublishLookup.None })
        {
            await ScheduleAsync(transaction, PublishedCheckHandler.WorkKind, publication, Checks, now, cancellationToken).ConfigureAwait(false);
        }

        if (publication.Draft is { } draft)
        {
            await approvals.MarkPublishedAsync(transaction, new(publication.Basis.Reference), new(draft.Name, draft.Hash), now, cancellationToken).ConfigureAwait(false);
        }

        if (publication.Content is not { } content || publication.Account is not { } account)
        {
            return;
        }

        if (publication.Basis.Kind is not (PublicationBasisKind.Person or PublicationBasisKind.Standing))
        {
            await approvals.MarkPublishedAsync(transaction, new(publication.Basis.Reference), new(account.Value, content.Hash), now, cancellationToken).ConfigureAwait(false);
        }

        if (connectors.FindMetrics(publication.Network) is not null)
        {
            await ScheduleAsync(transaction, MetricsHandler.WorkKind, publication, Snapshots, now, cancellationToken).ConfigureAwait(false);
        }

        await planning.RingAsync(transaction, publication, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>It is held: whatever can be done about it is told to people, but for a freeze, which is meant.</summary>
    public static async ValueTask HoldAsync(IStoreTransaction transaction, Stored<Publication> stored, GateAnswer.Hold hold, Instant now, CancellationToken cancellationToken)
    {
        var held = stored.Value.Move(PublicationTrigger.Hold) with { Reason = hold.Reason, HeldFor = hold.Cause };
        await PublicationOutcome.WriteAsync(transaction, held, stored.Version, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        if (hold.Cause != HoldCause.Freeze)
        {
            await IncidentUnit.OpenAsync(transaction, IncidentKind.HeldPublication, held.Id.Value, held.Client, $"A post for '{held.Account}' {(hold.Cause == HoldCause.Agreement ? "waits" : "was due and is not sent")}: {hold.Reason}", now, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask ScheduleAsync(IStoreTransaction transaction, string kind, Publication publication, Duration[] delays, Instant now, CancellationToken cancellationToken)
    {
        for (var i = 0; i < delays.Length; i++)
        {
            await transaction.ScheduleAsync(new(kind, publication.Id.Value, WorkClass.Bulk, now + delays[i], $"{publication.Id}/{i}", default), cancellationToken).ConfigureAwait(false);
        }
    }
}
