using System.Globalization;
using System.Text.Json;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>An editorial plan that both sides have signed becomes the next version (requirement 4.20).</summary>
internal sealed class PlanFollower(ApprovalGate gate) : ProposalFollower(gate)
{
    public override ApprovalSubjectKind Kind => ApprovalSubjectKind.Plan;

    protected override async ValueTask<string?> TryTakeAsync(IStoreTransaction transaction, Proposal proposal, Instant now, CancellationToken cancellationToken)
    {
        var before = await ContentUnit.LatestAsync(transaction, ContentRecords.Plans, proposal.Client, cancellationToken).ConfigureAwait(false);
        var version = before?.Version ?? 0;
        if (version.ToString(CultureInfo.InvariantCulture) != proposal.BasedOn)
        {
            return $"it was written on version {proposal.BasedOn}, and version {version} holds by now. Look at it and propose yours again.";
        }

        var plan = JsonSerializer.Deserialize(proposal.Body, ContentJson.Default.EditorialPlan)!;
        await transaction.PutAsync(ContentRecords.Plans, plan with { Version = version + 1 }, 0, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
