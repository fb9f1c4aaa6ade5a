using SocialOps.Inbox;
using SocialOps.Publishing;

namespace SocialOps.Invariants;

/// <summary>I2, I3, I5, I7, I8, I11, I12 of what is sent.</summary>
internal sealed class PublicationCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        await foreach (var publication in walk.RecordsAsync(PublicationRecords.Publications, 0, cancellationToken).ConfigureAwait(false))
        {
            if (publication.Attempt > 0)
            {
                await BasisCheck.RunAsync(walk, publication, cancellationToken).ConfigureAwait(false);
            }

            await CheckAttemptAsync(walk, publication, cancellationToken).ConfigureAwait(false);
            await CheckRowAsync(walk, publication, cancellationToken).ConfigureAwait(false);
        }

        await CheckPostsAsync(walk, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask CheckAttemptAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        var (id, state) = (publication.Id.Value, publication.State);
        var wasSent = state is PublicationState.Sending or PublicationState.OutcomeUnknown or PublicationState.Published or PublicationState.Retracted or PublicationState.Failed;
        var isRecorded = publication is { Attempt: >= 1, AttemptFence: >= 1, AttemptedAt: not null };
        if (wasSent && !isRecorded && await walk.FindEventAsync(id, "publication.published", cancellationToken).ConfigureAwait(false) is not { Actor.Kind: ActorKind.Person })
        {
            walk.Add(Invariant.AttemptFirst, id, $"It is {state} without a recorded attempt. Look on the network whether it is there.");
        }

        if (publication.AttemptedAt < publication.CreatedAt)
        {
            walk.Add(Invariant.NotEarly, id, $"It was attempted at {publication.AttemptedAt}, before it was scheduled at {publication.CreatedAt}. Check this machine's clock.");
        }

        if (state == PublicationState.Published && string.IsNullOrEmpty(publication.ExternalId))
        {
            walk.Add(Invariant.OnePost, id, "It counts as published without the network's id of its post. Look on the network whether it is there.");
        }
    }

    private static async ValueTask CheckRowAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        var id = publication.Id.Value;
        if (publication.Origin is { } origin && !await walk.ExistsAsync(InboxRecords.Cases, origin, cancellationToken).ConfigureAwait(false))
        {
            walk.Add(Invariant.OneTenant, id, $"It answers case {origin}, which is not in this tenant. Find out what wrote it.");
        }

        if (publication.State is PublicationState.Scheduled or PublicationState.Sending or PublicationState.OutcomeUnknown)
        {
            var row = (await walk.OpenRowsAsync(id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(r => r.Kind == PublicationDraft.WorkKind && r.DedupeKey == PublicationDraft.KeyOf(publication));
            if (row is null)
            {
                walk.Add(Invariant.EndsOnce, id, $"It is {publication.State}, and the row that goes on with it has ended. Look on the network whether it is there.");
            }
            else if (publication.State != PublicationState.Scheduled && publication.AttemptFence > row.Fence)
            {
                walk.Add(Invariant.CurrentFence, id, $"Its attempt was made under claim {publication.AttemptFence} of row {row.Id}, which was claimed {row.Fence} time(s). Find out what wrote it.");
            }
        }
        else if (publication.State is PublicationState.Failed or PublicationState.Cancelled or PublicationState.Held or PublicationState.NeedsHuman && string.IsNullOrWhiteSpace(publication.Reason))
        {
            walk.Add(Invariant.ReasonAndActor, id, $"It is {publication.State} without a recorded reason. Find out what wrote it.");
        }
    }

    /// <summary>The index has the posts of one external id beside each other.</summary>
    private static async ValueTask CheckPostsAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        Publication? before = null;
        await foreach (var publication in walk.RecordsAsync(PublicationRecords.Publications, 3, cancellationToken).ConfigureAwait(false))
        {
            if (before is not null && before.ExternalId == publication.ExternalId && before.Network == publication.Network)
            {
                walk.Add(Invariant.OnePost, publication.Id.Value, $"{publication.Network} has one post '{publication.ExternalId}' for it and for {before.Id}: one of them was not published. Look on the network.");
            }

            before = publication;
        }
    }
}
