using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>An editorial plan that both sides have signed becomes the next version (requirement 4.20).</summary>
internal sealed class PlanFollower(ApprovalGate gate) : VersionFollower(gate)
{
    public override ApprovalSubjectKind Kind => ApprovalSubjectKind.Plan;

    protected override ValueTask<string?> TryTakeAsync(IStoreTransaction transaction, Proposal proposal, Instant now, CancellationToken cancellationToken)
        => TakeAsync(transaction, proposal, ContentRecords.Plans, ContentJson.Default.EditorialPlan, p => p.Version, (p, version) => p with { Version = version }, cancellationToken);
}
