using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Approvals;

/// <summary>An approval has moved: what it is about follows.</summary>
internal sealed class ApprovalMovedHandler(IEnumerable<IApprovalFollower> followers) : ITransactionalHandler
{
    private readonly Dictionary<ApprovalSubjectKind, IApprovalFollower> _followers = followers.ToDictionary(f => f.Kind);

    public string Kind => ApprovalUnit.MovedKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var request = await transaction.GetAsync(ApprovalRecords.Requests, work.SubjectId, cancellationToken).ConfigureAwait(false);
        if (_followers.TryGetValue(request.Value.Kind, out var follower))
        {
            await follower.FollowAsync(transaction, request.Value, now, cancellationToken).ConfigureAwait(false);
        }

        return WorkOutcome.Done;
    }
}
