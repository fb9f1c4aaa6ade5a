using NodaTime;
using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>
/// What people do about approvals, and what they ask about them. Thread-safe. Every command is one transaction with its events, audit, clocks and notices; of two who decide at the
/// same time the first wins, and the second is told who was first (<see cref="ApprovalOutcome.AlreadyDecided"/>).
/// </summary>
public sealed class ApprovalService
{
    private readonly ApprovalScope _scope;
    private readonly IIdGenerator _ids;

    internal ApprovalService(ApprovalScope scope, IIdGenerator ids, System.Security.Cryptography.RandomNumberGenerator random)
    {
        (_scope, _ids) = (scope, ids);
        Policies = new(scope);
        Delegations = new(scope, ids);
        Arrangements = new(scope);
        Tokens = new(scope, random);
        Mail = new(scope, Tokens);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant => _scope.Tenant;

    /// <summary>Policies and their versions.</summary>
    public ApprovalPolicies Policies { get; }

    /// <summary>Who decides in whose place.</summary>
    public Delegations Delegations { get; }

    /// <summary>What was agreed with clients.</summary>
    public ApprovalArrangements Arrangements { get; }

    /// <summary>Tokens for links and mails.</summary>
    public ApprovalTokens Tokens { get; }

    /// <summary>Replies by mail.</summary>
    public ApprovalMail Mail { get; }

    /// <summary>Asks for approval under the policy that was arranged for its kind, else the one of the client's present phase, or under another.</summary>
    /// <param name="client">The client.</param>
    /// <param name="subject">What is to be approved.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="terms">Risk, slot and window.</param>
    /// <param name="policy">The policy; <see langword="null"/> for the arranged one.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such client or policy, or nothing was arranged with the client.</exception>
    public ValueTask<ApprovalAnswer> SubmitAsync(ClientId client, ApprovalSubject subject, Recipient author, SubmissionTerms? terms = null, ApprovalPolicyId? policy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(author);
        terms ??= new();
        var command = new ApprovalCommand.Submit(new(_ids.NewId()), subject, author, terms.Risk, terms.PublishAt, terms.Window, terms.Standing);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            return new ApprovalAnswer(await _scope.Unit.SubmitAsync(transaction, client, command, policy, now, cancellationToken).ConfigureAwait(false));
        }, cancellationToken);
    }

    /// <summary>Any other command on a request.</summary>
    /// <exception cref="NotFoundException">There is no such request.</exception>
    public ValueTask<ApprovalAnswer> ExecuteAsync(ApprovalRequestId id, ApprovalCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var stored = await transaction.GetAsync(ApprovalRecords.Requests, id.Value, cancellationToken).ConfigureAwait(false);
            return new ApprovalAnswer(await _scope.Unit.ExecuteAsync(transaction, stored, command, now, cancellationToken).ConfigureAwait(false));
        }, cancellationToken);
    }

    /// <summary>A request, or <see langword="null"/>.</summary>
    public async ValueTask<ApprovalRequest?> FindAsync(ApprovalRequestId id, CancellationToken cancellationToken = default)
        => (await _scope.ReadAsync(t => t.FindAsync(ApprovalRecords.Requests, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>The latest request about a subject, or <see langword="null"/>.</summary>
    public ValueTask<ApprovalRequest?> FindLatestAsync(ApprovalSubjectKind kind, string subjectId, CancellationToken cancellationToken = default)
        => _scope.ReadAsync(async t => await ApprovalGate.FindLatestAsync(t, kind, subjectId, cancellationToken).ConfigureAwait(false) is { } id
            ? (await t.GetAsync(ApprovalRecords.Requests, id.Value, cancellationToken).ConfigureAwait(false)).Value
            : null, cancellationToken);

    /// <summary>Whether exactly these bytes could be sent now, and why. Publishing asks again, in the transaction that makes the attempt.</summary>
    /// <exception cref="NotFoundException">There is no such request.</exception>
    public ValueTask<ApprovalVerdict> CheckAsync(ApprovalRequestId id, CurrentContent current, CancellationToken cancellationToken = default)
        => _scope.ReadAsync(async t =>
        {
            var stored = await t.GetAsync(ApprovalRecords.Requests, id.Value, cancellationToken).ConfigureAwait(false);
            return await new ApprovalGate(_scope.Unit).CheckAsync(t, stored.Value, current, _scope.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>What waits for somebody, soonest first: their own, then what others have delegated to them.</summary>
    /// <param name="who">Who.</param>
    /// <param name="limit">The most of a page, 1 to 1,000; a page may be shorter before the end.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<PendingApproval>> QueryPendingAsync(Recipient who, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(who);
        return _scope.ReadAsync(t => PendingQuery.RunAsync(t, who, limit, next, _scope.Now(), cancellationToken), cancellationToken);
    }

    /// <summary>A client's open requests, oldest first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ApprovalRequest>> QueryOpenAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 2, $"{client}/", $"{client}0", limit, next), cancellationToken);

    /// <summary>A client's requests that were released in an emergency, by the time of the latest release: they are counted.</summary>
    /// <param name="client">The client.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ApprovalRequest>> QueryEmergenciesAsync(ClientId client, Instant from, Instant to, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 3, $"{client}/{IndexText.Of(from)}", $"{client}/{IndexText.Of(to)}", limit, next), cancellationToken);

    /// <summary>What happened in a request, oldest first.</summary>
    /// <param name="id">The request.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<AuditEvent>> QueryHistoryAsync(ApprovalRequestId id, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => _scope.ReadAsync(t => t.QueryAuditAsync(new AuditQuery(id.Value, Limit: limit, Continue: next), cancellationToken), cancellationToken);

    /// <summary>How long each step took (requirement 1.17).</summary>
    /// <exception cref="NotFoundException">There is no such request.</exception>
    public ValueTask<IReadOnlyList<StepTime>> GetStepTimesAsync(ApprovalRequestId id, CancellationToken cancellationToken = default)
        => _scope.ReadAsync(async t =>
        {
            var stored = await t.GetAsync(ApprovalRecords.Requests, id.Value, cancellationToken).ConfigureAwait(false);
            var policy = await ApprovalUnit.PolicyAsync(t, stored.Value.Policy, stored.Value.PolicyVersion, cancellationToken).ConfigureAwait(false);
            return StepTimes.Of(await ApprovalHistory.OfAsync(t, id, cancellationToken).ConfigureAwait(false), policy);
        }, cancellationToken);

    private async ValueTask<PagedResult<ApprovalRequest>> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _scope.ReadAsync(t => t.QueryAsync(ApprovalRecords.Requests, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(r => r.Value)], page.Next);
    }
}

/// <summary>Under which terms something is submitted.</summary>
/// <param name="Risk">How much may go wrong.</param>
/// <param name="PublishAt">When it is to go out.</param>
/// <param name="Window">When it may go out; contains <paramref name="PublishAt"/>.</param>
/// <param name="Standing">The standing approval that needs no person.</param>
public sealed record SubmissionTerms(RiskClass Risk = RiskClass.Standard, Instant? PublishAt = null, ApprovalWindow? Window = null, StandingGrant? Standing = null);

/// <summary>What became of a command.</summary>
/// <param name="Outcome">Accepted, already decided by somebody, or refused with all reasons.</param>
/// <param name="Request">The request afterwards; <see langword="null"/> when a submission was refused.</param>
public sealed record ApprovalAnswer(ApprovalOutcome Outcome, ApprovalRequest? Request)
{
    internal ApprovalAnswer(ApprovalTransition transition)
        : this(transition.Outcome, transition.State)
    {
    }

    /// <summary>Whether it holds.</summary>
    public bool IsAccepted => Outcome is ApprovalOutcome.Accepted;
}
