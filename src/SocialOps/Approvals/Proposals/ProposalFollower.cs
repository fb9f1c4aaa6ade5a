using NodaTime;
using SocialOps.Auditing;
using SocialOps.Content;
using SocialOps.Notifications;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>Takes proposed versions of one kind once they are approved.</summary>
internal abstract class ProposalFollower(ApprovalGate gate) : IApprovalFollower
{
    public abstract ApprovalSubjectKind Kind { get; }

    public async ValueTask FollowAsync(IStoreTransaction transaction, ApprovalRequest request, Instant now, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(ProposalRecords.Proposals, request.SubjectId, cancellationToken).ConfigureAwait(false) is not { Value: { SettledAt: null } proposal } stored)
        {
            return;
        }

        var part = new ApprovalPart(proposal.Target, ContentHash.Of(proposal.Body));
        var verdict = await gate.CheckAsync(transaction, request, new CurrentContent([part]), now, cancellationToken).ConfigureAwait(false);
        if (!verdict.IsValid)
        {
            return;
        }

        var obstacle = await TryTakeAsync(transaction, proposal, now, cancellationToken).ConfigureAwait(false);
        await transaction.PutAsync(ProposalRecords.Proposals, proposal with { SettledAt = now, Obstacle = obstacle }, stored.Version, cancellationToken).ConfigureAwait(false);
        var what = obstacle is null ? $"{Kind} '{proposal.Target}' is approved ({verdict.Basis}) and holds from now on." : $"{Kind} '{proposal.Target}' is approved and was not taken: {obstacle}";
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, obstacle is null ? "proposal.taken" : "proposal.not-taken", proposal.Id, what), cancellationToken).ConfigureAwait(false);
        await NoticeBoard.PostAsync(transaction, new() { Id = new($"proposal/{proposal.Id}/{proposal.Author.Key}"), Recipient = proposal.Author, SubjectId = proposal.Id, Text = what, CreatedAt = now }, now, cancellationToken).ConfigureAwait(false);
        if (obstacle is null)
        {
            await gate.MarkPublishedAsync(transaction, request.Id, part, now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets the version hold from now on.</summary>
    /// <returns>Why it cannot, with the way out; <see langword="null"/> when it does.</returns>
    protected abstract ValueTask<string?> TryTakeAsync(IStoreTransaction transaction, Proposal proposal, Instant now, CancellationToken cancellationToken);
}
