using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>Whoever owns subjects of a kind and lets them stand where their approvals stand. Idempotent.</summary>
internal interface IApprovalFollower
{
    /// <summary>Which subjects it owns.</summary>
    ApprovalSubjectKind Kind { get; }

    /// <summary>A request's parts have moved.</summary>
    ValueTask FollowAsync(IStoreTransaction transaction, ApprovalRequest request, Instant now, CancellationToken cancellationToken);
}
