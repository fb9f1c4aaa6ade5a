using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Publishing;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>Replies that are approved before they are sent. Thread-safe. The approval runs on the engine of <see cref="ApprovalService"/>, with its budget in minutes (<see cref="ApprovalPolicyDefinition.ReplyDueIn"/>).</summary>
public sealed class ReplyService
{
    private readonly ApprovalScope _scope;
    private readonly CaseUnit _cases;
    private readonly IIdGenerator _ids;

    internal ReplyService(ApprovalScope scope, CaseUnit cases, IIdGenerator ids) => (_scope, _cases, _ids) = (scope, cases, ids);

    /// <summary>The tenant.</summary>
    public TenantId Tenant => _scope.Tenant;

    /// <summary>
    /// Asks for approval of a reply. The first draft that is approved is sent to the item that the case is about now; the others are withdrawn. Replies to complaints, threats, legal
    /// matters and emergencies are of the class <see cref="RiskClass.High"/>.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="author">Who wrote the drafts: a person with the role Author or Publisher, who is responsible for the case from now on.</param>
    /// <param name="drafts">One to ten texts, of which any one will do.</param>
    /// <param name="policy">The policy; <see langword="null"/> for the one arranged for replies, else the one of the client's phase.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case or policy, or nothing was arranged with the client.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, the client replies itself, a reply is on its way, or the author may not reply.</exception>
    public ValueTask<ProposalAnswer> ProposeAsync(CaseId id, Actor author, IReadOnlyList<string> drafts, ApprovalPolicyId? policy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentOutOfRangeException.ThrowIfZero(drafts.Count, nameof(drafts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drafts.Count, 10, nameof(drafts));
        foreach (var draft in drafts)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(draft, nameof(drafts));
        }

        return _scope.WriteAsync(async (transaction, now) =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            var about = stored.Value;
            await _cases.ExecuteAsync(transaction, stored, new CaseCommand.ProposeReply(drafts.Count), author, now, cancellationToken).ConfigureAwait(false);
            var proposal = new ReplyProposal
            {
                Id = new(_ids.NewId()),
                Case = id,
                InReplyTo = about.ExternalId,
                Author = ApprovalAuthor.Of(author, about.Client),
                Drafts = [.. drafts.Select((text, i) => DraftOf(about, text, i + 1))],
                At = now,
            };
            var subject = new ApprovalSubject(ApprovalSubjectKind.Reply, proposal.Id.Value, [.. proposal.Drafts.Select(d => new ApprovalPart(d.Name, d.Hash))]);
            var submit = new ApprovalCommand.Submit(new(_ids.NewId()), subject, proposal.Author, RiskOf(about.Category));
            var answer = new ApprovalAnswer(await _scope.Unit.SubmitAsync(transaction, about.Client, submit, policy, now, cancellationToken).ConfigureAwait(false));
            if (answer.IsAccepted)
            {
                await transaction.PutAsync(ReplyRecords.Proposals, proposal, 0, cancellationToken).ConfigureAwait(false);
            }

            return new ProposalAnswer(answer.IsAccepted ? proposal : null, answer);
        }, cancellationToken);
    }

    /// <summary>A proposal, or <see langword="null"/>.</summary>
    public async ValueTask<ReplyProposal?> FindAsync(ReplyProposalId id, CancellationToken cancellationToken = default)
        => (await _scope.ReadAsync(t => t.FindAsync(ReplyRecords.Proposals, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>What was proposed in a case, oldest first.</summary>
    /// <param name="id">The case.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<ReplyProposal>> QueryCaseAsync(CaseId id, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var page = await _scope.ReadAsync(t => t.QueryAsync(ReplyRecords.Proposals, new RecordQuery("", 1, $"{id}/", $"{id}0", limit, next), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(p => p.Value)], page.Next);
    }

    private static ProposedDraft DraftOf(Case about, string text, int number)
    {
        var variant = ReplyDraft.VariantOf(about.Account, text, about.ExternalId);
        return new($"draft-{number}", variant.Text, variant.ComputeHash());
    }

    private static RiskClass RiskOf(Category category)
        => category is Category.Complaint or Category.HateOrThreat or Category.LegalOrPress or Category.SafetyEmergency ? RiskClass.High : RiskClass.Standard;
}

/// <summary>What became of a proposal.</summary>
/// <param name="Proposal">The proposal; <see langword="null"/> when its approval was refused at once.</param>
/// <param name="Approval">What the approvals said.</param>
public sealed record ProposalAnswer(ReplyProposal? Proposal, ApprovalAnswer Approval)
{
    /// <summary>Whether it is in review now (or approved at once).</summary>
    public bool IsAccepted => Approval.IsAccepted;
}
