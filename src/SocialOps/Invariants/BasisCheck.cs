using System.Security.Cryptography;
using System.Text;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Publishing;
using SocialOps.Responses;
using SocialOps.Storage;

namespace SocialOps.Invariants;

/// <summary>I2: what was sent has one recorded basis, given before the send, over exactly the bytes sent.</summary>
internal static class BasisCheck
{
    public static async ValueTask RunAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        switch (publication)
        {
            case { Content: { } content }:
                await CheckApprovalAsync(walk, publication, cancellationToken).ConfigureAwait(false);
                await CheckContentAsync(walk, publication, content, cancellationToken).ConfigureAwait(false);
                break;
            case { Draft: { } draft }:
                await CheckApprovalAsync(walk, publication, cancellationToken).ConfigureAwait(false);
                CheckDraft(walk, publication, draft);
                break;
            default:
                await CheckReplyAsync(walk, publication, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static async ValueTask CheckReplyAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        var (basis, id) = (publication.Basis, publication.Id.Value);
        if (publication.ErasedAt is not null)
        {
            return; // its bytes are erased; nothing is left to compare
        }

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
        return agency.FindReply(new(publication.Basis.Reference)) is { } reply && ReplyChoice.CouldSay(reply, publication.Text);
    }

    /// <summary>Whether the approval counted, the gate decided at the send; here stand its request, its instant and the approved bytes. A correction is a send of its own.</summary>
    private static async ValueTask CheckApprovalAsync(InvariantWalk walk, Publication publication, CancellationToken cancellationToken)
    {
        var (basis, id) = (publication.Basis, publication.Id.Value);
        if (!await walk.ExistsAsync(ApprovalRecords.Requests, basis.Reference, cancellationToken).ConfigureAwait(false))
        {
            walk.Add(Invariant.Basis, id, $"The basis is approval '{basis.Reference}', which is not there. Find out what wrote it.");
        }

        var sentAt = publication.AttemptedAt;
        if (basis.GrantedAt > sentAt && await walk.FindEventAsync(id, "publication.published", cancellationToken).ConfigureAwait(false) is { } last)
        {
            sentAt = last.At;
        }

        if (basis.GrantedAt > sentAt)
        {
            walk.Add(Invariant.Basis, id, $"The basis was given at {basis.GrantedAt}, after it was sent at {sentAt}. Find out who sent it.");
        }

    }

    private static void CheckDraft(InvariantWalk walk, Publication publication, ReplyDraft draft)
    {
        if (publication.ErasedAt is null && ReplyDraft.VariantOf(publication.Account, publication.Text, publication.InReplyTo).ComputeHash() != draft.Hash)
        {
            walk.Add(Invariant.Basis, publication.Id.Value, $"The reply's bytes are not those of '{draft.Name}' that were approved. Compare them with the post, and delete the post if need be.");
        }
    }

    private static async ValueTask CheckContentAsync(InvariantWalk walk, Publication publication, ContentReference content, CancellationToken cancellationToken)
    {
        var key = ContentRecords.KeyOf(content.Item, content.Revision);
        var revision = await walk.Transaction.FindAsync(ContentRecords.Revisions, key, cancellationToken).ConfigureAwait(false);
        var variant = revision?.Value.Variants.FirstOrDefault(v => v.Account == publication.Account);
        if (variant is null || ContentHash.Of(variant.ToCanonicalBytes()) != content.Hash)
        {
            walk.Add(Invariant.Basis, publication.Id.Value, $"The stored bytes of content {key} for '{publication.Account}' are not those that were approved. Compare them with the post, and delete the post if need be.");
        }
    }
}
