using NodaTime;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>Proposes a version of something.</summary>
internal sealed class ProposalUnit(ApprovalUnit approvals, IIdGenerator ids)
{
    public async ValueTask<ApprovalAnswer> SubmitAsync(IStoreTransaction transaction, ApprovalSubjectKind kind, ClientId client, string target, byte[] body, string basedOn, Recipient author, ApprovalPolicyId? policy, Instant now, CancellationToken cancellationToken)
    {
        var proposal = new Proposal { Id = ids.NewId(), Kind = kind, Client = client, Target = target, Body = body, BasedOn = basedOn, Author = author, At = now };
        var subject = new ApprovalSubject(kind, proposal.Id, [new(target, ContentHash.Of(body))]);
        var answer = new ApprovalAnswer(await approvals.SubmitAsync(transaction, client, new ApprovalCommand.Submit(new(ids.NewId()), subject, author), policy, now, cancellationToken).ConfigureAwait(false));
        if (answer.IsAccepted)
        {
            await transaction.PutAsync(ProposalRecords.Proposals, proposal, 0, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }
}
