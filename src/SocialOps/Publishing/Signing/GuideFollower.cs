using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>A style guide or a guideline that both sides have signed becomes the next version (requirement 4.20).</summary>
internal sealed class GuideFollower(ApprovalGate gate, AgencyImport import) : VersionFollower(gate)
{
    /// <summary>What a proposed style guide is called; a guideline is called by <see cref="GuidelineChange.TargetOf"/>.</summary>
    public const string StyleTarget = "guide";

    public override ApprovalSubjectKind Kind => ApprovalSubjectKind.Guideline;

    protected override async ValueTask<string?> TryTakeAsync(IStoreTransaction transaction, Proposal proposal, Instant now, CancellationToken cancellationToken)
        => proposal.Target == StyleTarget
            ? await TakeAsync(transaction, proposal, ContentRecords.Guides, ContentJson.Default.ClientGuide, g => g.Guide.Version, (g, version) => g with { Guide = g.Guide with { Version = version } }, cancellationToken).ConfigureAwait(false)
            : await GuidelineChange.TryTakeAsync(transaction, import, proposal, now, cancellationToken).ConfigureAwait(false) is { } version ? Overtaken(proposal, version) : null;
}
