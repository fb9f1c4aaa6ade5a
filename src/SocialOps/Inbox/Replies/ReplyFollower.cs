using NodaTime;
using SocialOps.Approvals;
using SocialOps.Publishing;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>Sends the draft of a proposed reply that was approved, or released in an emergency; once.</summary>
internal sealed class ReplyFollower(CaseUnit cases) : IApprovalFollower
{
    public ApprovalSubjectKind Kind => ApprovalSubjectKind.Reply;

    public async ValueTask FollowAsync(IStoreTransaction transaction, ApprovalRequest request, Instant now, CancellationToken cancellationToken)
    {
        if (request.Parts.FirstOrDefault(p => p.State == PartState.Approved || IsReleased(request, p)) is not { } part
            || await transaction.FindAsync(ReplyRecords.Proposals, request.SubjectId, cancellationToken).ConfigureAwait(false) is not { Value: { ErasedAt: null } proposal }
            || await transaction.FindAsync(PublicationRecords.Publications, proposal.Id.Value, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        var stored = await transaction.GetAsync(InboxRecords.Cases, proposal.Case.Value, cancellationToken).ConfigureAwait(false);
        var command = new CaseCommand.SendApproved(proposal, proposal.Drafts.First(d => d.Name == part.Name), request.Id.Value);
        await cases.ExecuteAsync(transaction, stored, command, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsReleased(ApprovalRequest request, PartReview part)
        => request.Emergencies.Any(e => e.WasRight != false && e.Parts.Contains(new(part.Name, part.Hash)));
}
