using System.Security.Cryptography;
using System.Text;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Publishing;
using SocialOps.Storage;

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
                await CheckBasisAsync(walk, publication, cancellationToken).ConfigureAwait(false);
            }

            await CheckAttemptAsync(walk, publication, cancellationToken).ConfigureAwait(false);
            await CheckRowAsync(walk, publication, cancellationToken).ConfigureAwait(false);
        }

        await CheckPostsAsync(walk, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask CheckBasisAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        var (basis, id) = (publication.Basis, publication.Id.Value);
        if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(publication.Text))), publication.TextHash, StringComparison.Ordinal))
        {
            walk.Add(Invariant.Basis, id, "The text that was sent is not the one for which the basis was given. Compare it with the post, and delete the post if need be.");
        }

        if (basis.GrantedAt > publication.AttemptedAt)
        {
            walk.Add(Invariant.Basis, id, $"The basis was given at {basis.GrantedAt}, after the attempt of {publication.AttemptedAt}. Find out who sent it.");
        }

        if (!await walk.ExistsAsync(DefinitionRecords.Revisions, IndexText.Of(basis.Revision), cancellationToken).ConfigureAwait(false))
        {
            walk.Add(Invariant.Basis, id, $"The basis rests on revision {basis.Revision} of the definitions, which is not there. Find out what wrote it.");
        }
        else if (basis.Kind == PublicationBasisKind.Standing && !await IsSavedReplyAsync(walk, publication, cancellationToken).ConfigureAwait(false))
        {
            walk.Add(Invariant.Basis, id, $"It was sent by standing autonomy, and revision {basis.Revision} has no saved reply '{basis.Reference}' with this text. Find out what wrote it.");
        }
        else if (basis.Kind == PublicationBasisKind.Person && basis.GrantedBy.Kind != ActorKind.Person)
        {
            walk.Add(Invariant.Basis, id, $"The basis says that a person decided, and names {basis.GrantedBy.Kind} '{basis.GrantedBy.Id}'. Find out what wrote it.");
        }
    }

    private static async ValueTask<bool> IsSavedReplyAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        var agency = await walk.Snapshots.GetAsync(walk.Transaction, publication.Basis.Revision, cancellationToken).ConfigureAwait(false);
        return agency.FindReply(new(publication.Basis.Reference))?.Texts.Contains(publication.Text) == true;
    }

    private static async ValueTask CheckAttemptAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        var (id, state) = (publication.Id.Value, publication.State);
        var wasSent = state is PublicationState.Sending or PublicationState.OutcomeUnknown or PublicationState.Published or PublicationState.Failed;
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
            var row = (await walk.OpenRowsAsync(id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(r => r.Kind == PublicationDraft.WorkKind);
            if (row is null)
            {
                walk.Add(Invariant.EndsOnce, id, $"It is {publication.State}, and the row that goes on with it has ended. Look on the network whether it is there.");
            }
            else if (publication.State != PublicationState.Scheduled && publication.AttemptFence > row.Fence)
            {
                walk.Add(Invariant.CurrentFence, id, $"Its attempt was made under claim {publication.AttemptFence} of row {row.Id}, which was claimed {row.Fence} time(s). Find out what wrote it.");
            }
        }
        else if (publication.State is PublicationState.Failed or PublicationState.Cancelled or PublicationState.NeedsHuman && string.IsNullOrWhiteSpace(publication.Reason))
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
