using System.Security.Cryptography;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>
/// Tokens by which approvers decide from a link or a mail. Kept is only their SHA-256; each is bound to a request, a step, an approver, the very bytes that are shown and the decisions it
/// allows, is good once, and ends at the earliest of the step's deadline, 72 hours and the slot. Looking at a token never decides anything. Thread-safe.
/// </summary>
public sealed class ApprovalTokens
{
    private static readonly Duration Longest = Duration.FromHours(72);
    private readonly ApprovalScope _scope;
    private readonly RandomNumberGenerator _random;

    internal ApprovalTokens(ApprovalScope scope, RandomNumberGenerator random) => (_scope, _random) = (scope, random);

    /// <summary>Makes a token for somebody who is asked now; an earlier one of theirs for this step ends. Issuing unlocks a request that was locked by failures.</summary>
    /// <param name="id">The request.</param>
    /// <param name="approver">Who will decide.</param>
    /// <param name="onBehalfOf">In whose place.</param>
    /// <param name="allowed">What it allows; <see langword="null"/> for Approve, RequestChanges and Reject.</param>
    /// <param name="messageId">The id of the mail that will carry it, so that a reply can be matched.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such request.</exception>
    /// <exception cref="InvalidTransitionException">The approver is not asked now.</exception>
    public ValueTask<IssuedToken> IssueAsync(ApprovalRequestId id, Recipient approver, Recipient? onBehalfOf = null, IReadOnlyList<DecisionKind>? allowed = null, string? messageId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(approver);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var request = (await transaction.GetAsync(ApprovalRecords.Requests, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            var policy = await ApprovalUnit.PolicyAsync(transaction, request.Policy, request.PolicyVersion, cancellationToken).ConfigureAwait(false);
            var facts = await _scope.Unit.FactsAsync(transaction, request.Client, now, cancellationToken).ConfigureAwait(false);
            var waiting = PendingList.Of(request, policy, facts, now).FirstOrDefault(p => p.WaitsFor == (onBehalfOf ?? approver));
            if (waiting is null || (onBehalfOf is not null && waiting.Parts.Any(p => Eligibility.FindDelegation(policy.Steps[waiting.Step], approver, onBehalfOf, p.Name, facts, now, now) is null)))
            {
                throw new InvalidTransitionException($"Request {id}", $"{approver} is not asked now{(onBehalfOf is null ? "" : $" in place of {onBehalfOf}")}; a token would be good for nothing.");
            }

            var (secret, code) = TokenSecrets.New(_random);
            var expiry = Instant.Min(Instant.Min(waiting.DueAt, now + Longest), request.PublishAt ?? Instant.MaxValue);
            var token = new ApprovalToken
            {
                Hash = TokenSecrets.HashOf(secret),
                Request = id,
                Step = waiting.Step,
                Approver = approver,
                OnBehalfOf = onBehalfOf,
                Parts = waiting.Parts,
                Allowed = allowed ?? [DecisionKind.Approve, DecisionKind.RequestChanges, DecisionKind.Reject],
                IssuedAt = now,
                ExpiresAt = expiry,
                CodeHash = TokenSecrets.CodeHashOf(secret, code),
                MessageId = messageId,
            };
            await TokenRows.SupersedeAsync(transaction, id, t => t.Approver == approver && t.OnBehalfOf == onBehalfOf && t.Step == token.Step, now, cancellationToken).ConfigureAwait(false);
            await transaction.PutAsync(ApprovalRecords.Tokens, token, 0, cancellationToken).ConfigureAwait(false);
            await FailureRows.ForgetAsync(transaction, FailureRows.KeyOf(id), cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "approval.token-issued", id.Value, $"A token for {approver}{(onBehalfOf is null ? "" : $" for {onBehalfOf}")} in step '{policy.Steps[token.Step].Name}', good until {expiry}."), cancellationToken).ConfigureAwait(false);
            return new IssuedToken(TokenText.Of(secret), code, expiry);
        }, cancellationToken);
    }

    /// <summary>Somebody decides by a token. Every refusal looks alike; the reason is in the audit. Call it for a human act only (a form that was sent, a mail that was read), never for opening a page.</summary>
    public ValueTask<TokenAnswer> UseAsync(TokenUse use, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentNullException.ThrowIfNull(use.Text);
        ArgumentNullException.ThrowIfNull(use.Address);
        return _scope.WriteAsync((transaction, now) => UseAsync(transaction, use, null, now, cancellationToken), cancellationToken);
    }

    /// <summary>Takes every open token of a request back.</summary>
    /// <exception cref="NotFoundException">There is no such request.</exception>
    public ValueTask<int> RevokeAsync(ApprovalRequestId id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            _ = await transaction.GetAsync(ApprovalRecords.Requests, id.Value, cancellationToken).ConfigureAwait(false);
            var open = (await TokenRows.OfAsync(transaction, id, cancellationToken).ConfigureAwait(false)).Where(t => t.Value is { UsedAt: null, SupersededAt: null, RevokedAt: null }).ToList();
            foreach (var row in open)
            {
                await transaction.PutAsync(ApprovalRecords.Tokens, row.Value with { RevokedAt = now }, row.Version, cancellationToken).ConfigureAwait(false);
            }

            await transaction.AppendAsync(new AuditEvent(now, actor, "approval.tokens-revoked", id.Value, $"{open.Count} token(s) were taken back."), cancellationToken).ConfigureAwait(false);
            return open.Count;
        }, cancellationToken);
    }

    /// <summary>The use of a token, or of the one that a mail answers, inside a transaction.</summary>
    internal async ValueTask<TokenAnswer> UseAsync(IStoreTransaction transaction, TokenUse use, ApprovalToken? answered, Instant now, CancellationToken cancellationToken)
    {
        if (await FailureRows.FindAsync(transaction, FailureRows.KeyOf(_scope.Tenant, use.Address), cancellationToken).ConfigureAwait(false) is { } failures && failures.LocksAddress(now))
        {
            return TokenAnswer.Refused; // audited when it was locked; more rows would be the attack's gain
        }

        var secret = new byte[TokenText.Bytes];
        if (answered is null && TokenCheck.Read(use.Text, secret) is { } unreadable)
        {
            return await RefuseAsync(transaction, use, null, unreadable, now, cancellationToken).ConfigureAwait(false);
        }

        var row = await transaction.FindAsync(ApprovalRecords.Tokens, answered?.Hash ?? TokenSecrets.HashOf(secret), cancellationToken).ConfigureAwait(false);
        if (row is null || (answered is null && !TokenCheck.IsOf(row.Value, secret)))
        {
            return await RefuseAsync(transaction, use, null, TokenRefusal.Unknown, now, cancellationToken).ConfigureAwait(false);
        }

        if (await FailureRows.FindAsync(transaction, FailureRows.KeyOf(row.Value.Request), cancellationToken).ConfigureAwait(false) is { } tries && tries.LocksRequest())
        {
            return await RefuseAsync(transaction, use, row, TokenRefusal.RequestLocked, now, cancellationToken).ConfigureAwait(false);
        }

        return await DecideAsync(transaction, use, row, answered is null ? secret : [], now, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TokenAnswer> DecideAsync(IStoreTransaction transaction, TokenUse use, Stored<ApprovalToken> row, byte[] secret, Instant now, CancellationToken cancellationToken)
    {
        var token = row.Value;
        var stored = await transaction.GetAsync(ApprovalRecords.Requests, token.Request.Value, cancellationToken).ConfigureAwait(false);
        var policy = await ApprovalUnit.PolicyAsync(transaction, stored.Value.Policy, stored.Value.PolicyVersion, cancellationToken).ConfigureAwait(false);
        var facts = await _scope.Unit.FactsAsync(transaction, stored.Value.Client, now, cancellationToken).ConfigureAwait(false);
        if (TokenCheck.Check(token, secret, use, stored.Value, policy, facts, now) is { } refusal)
        {
            return await RefuseAsync(transaction, use, row, refusal, now, cancellationToken).ConfigureAwait(false);
        }

        var command = new ApprovalCommand.Decide(use.Kind, token.Approver, use.Via)
        {
            Parts = token.Parts,
            Step = token.Step,
            OnBehalfOf = token.OnBehalfOf,
            Comment = use.Comment is { } words ? SafeText.From(words).Value : null,
            Assurance = TokenCheck.LevelOf(token, secret, use),
            Evidence = use.Evidence,
        };
        var transition = await ApprovalUnit.DecideAsync(transaction, stored, command, policy, facts, now, cancellationToken).ConfigureAwait(false);
        if (transition.Outcome is not ApprovalOutcome.Accepted)
        {
            return await RefuseAsync(transaction, use, row, TokenRefusal.Decision, now, cancellationToken).ConfigureAwait(false);
        }

        await transaction.PutAsync(ApprovalRecords.Tokens, token with { UsedAt = now }, row.Version, cancellationToken).ConfigureAwait(false);
        return new(transition.State);
    }

    private async ValueTask<TokenAnswer> RefuseAsync(IStoreTransaction transaction, TokenUse use, Stored<ApprovalToken>? row, TokenRefusal refusal, Instant now, CancellationToken cancellationToken)
    {
        var isLocked = await FailureRows.AddAsync(transaction, FailureRows.KeyOf(_scope.Tenant, use.Address), true, now, cancellationToken).ConfigureAwait(false);
        if (row is not null)
        {
            await FailureRows.AddAsync(transaction, FailureRows.KeyOf(row.Value.Request), false, now, cancellationToken).ConfigureAwait(false);
            if (refusal == TokenRefusal.Assurance && use.Code is not null)
            {
                await transaction.PutAsync(ApprovalRecords.Tokens, row.Value with { CodeFailures = row.Value.CodeFailures + 1 }, row.Version, cancellationToken).ConfigureAwait(false);
            }
        }

        var actor = row is null ? Actor.Service("unknown", use.Via) : ApprovalChange.ActorOf(row.Value.Approver, use.Via);
        await transaction.AppendAsync(new AuditEvent(now, actor, "approval.token-refused", row?.Value.Request.Value ?? "approval-tokens", $"A token was refused: {refusal}.{(isLocked ? " The address is locked for a minute." : "")}"), cancellationToken).ConfigureAwait(false);
        return TokenAnswer.Refused;
    }
}
