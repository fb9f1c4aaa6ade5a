using System.Globalization;
using System.Text.Json;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Guidelines;
using SocialOps.People;

namespace SocialOps.Publishing;

/// <summary>Plans, style guides and guidelines that both sides sign before they hold (requirement 4.20). Thread-safe. A policy for them cannot pass without the agency, nor without the client.</summary>
public sealed class SigningService
{
    private readonly ApprovalScope _scope;
    private readonly PlanningService _planning;
    private readonly ProposalUnit _proposals;
    private readonly SnapshotCache _snapshots;

    internal SigningService(ApprovalScope scope, PlanningService planning, ProposalUnit proposals, SnapshotCache snapshots) => (_scope, _planning, _proposals, _snapshots) = (scope, planning, proposals, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant => _scope.Tenant;

    /// <summary>Proposes a plan. Approved, it is the next version; unless another version came in between, of which its author is told.</summary>
    /// <param name="plan">The plan; its version is given when it holds.</param>
    /// <param name="author">Who proposes it: a person with the role Author or Publisher, or a contact of the client.</param>
    /// <param name="policy">The policy; <see langword="null"/> for the one arranged for plans, else the one of the client's phase.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidDefinitionException">It has mistakes: all of them.</exception>
    /// <exception cref="NotFoundException">There is no such client or policy, or nothing was arranged with the client.</exception>
    /// <exception cref="InvalidTransitionException">The actor may not write.</exception>
    public ValueTask<ApprovalAnswer> ProposePlanAsync(EditorialPlan plan, Actor author, ApprovalPolicyId? policy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            await _planning.RequireValidAsync(transaction, plan.Client, author, t => PlanRules.Check(plan, t), cancellationToken).ConfigureAwait(false);
            var before = await ContentUnit.LatestAsync(transaction, ContentRecords.Plans, plan.Client, cancellationToken).ConfigureAwait(false);
            var body = JsonSerializer.SerializeToUtf8Bytes(plan with { Version = 0 }, ContentJson.Default.EditorialPlan);
            return await _proposals.SubmitAsync(transaction, ApprovalSubjectKind.Plan, plan.Client, "plan", body, Number(before?.Version), ApprovalAuthor.Of(author, plan.Client), policy, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>Proposes a style guide. Approved, it is the next version; unless another version came in between, of which its author is told.</summary>
    /// <param name="client">The client, who owns its guideline.</param>
    /// <param name="guide">The guide; its version is given when it holds.</param>
    /// <param name="author">Who proposes it: a person with the role Author or Publisher, or a contact of the client.</param>
    /// <param name="policy">The policy; <see langword="null"/> for the one arranged for guidelines, else the one of the client's phase.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <inheritdoc cref="ProposePlanAsync" path="/exception" />
    public ValueTask<ApprovalAnswer> ProposeGuideAsync(ClientId client, StyleGuide guide, Actor author, ApprovalPolicyId? policy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            await _planning.RequireValidAsync(transaction, client, author, _ => PlanRules.Check(guide), cancellationToken).ConfigureAwait(false);
            var before = await ContentUnit.LatestAsync(transaction, ContentRecords.Guides, client, cancellationToken).ConfigureAwait(false);
            var body = JsonSerializer.SerializeToUtf8Bytes(new ClientGuide(client, guide with { Version = 0 }), ContentJson.Default.ClientGuide);
            return await _proposals.SubmitAsync(transaction, ApprovalSubjectKind.Guideline, client, GuideFollower.StyleTarget, body, Number(before?.Guide.Version), ApprovalAuthor.Of(author, client), policy, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>Proposes a guideline, netiquette and brand creed included. Approved, it is the next version, and decisions cite it; unless another version came in between, of which its author is told.</summary>
    /// <param name="client">The client, who owns it: its strategy names the document.</param>
    /// <param name="document">The document; its version is given when it holds.</param>
    /// <param name="author">Who proposes it: a person with the role Author or Publisher, or a contact of the client.</param>
    /// <param name="policy">The policy; <see langword="null"/> for the one arranged for guidelines, else the one of the client's phase.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <inheritdoc cref="ProposePlanAsync" path="/exception" />
    public ValueTask<ApprovalAnswer> ProposeGuidelineAsync(ClientId client, GuidelineDocument document, Actor author, ApprovalPolicyId? policy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
            var known = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
            await _planning.RequireValidAsync(transaction, client, author, _ => GuidelineChange.Faults(document, known), cancellationToken).ConfigureAwait(false);
            return await _proposals.SubmitAsync(transaction, ApprovalSubjectKind.Guideline, client, GuidelineChange.TargetOf(document.Id), GuidelineChange.BodyOf(document), Number(agency.FindGuideline(document.Id)?.Version), ApprovalAuthor.Of(author, client), policy, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    private static string Number(int? version) => (version ?? 0).ToString(CultureInfo.InvariantCulture);
}
