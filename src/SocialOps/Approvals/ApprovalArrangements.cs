using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>What was agreed with clients about approvals. Thread-safe.</summary>
public sealed class ApprovalArrangements
{
    private readonly ApprovalScope _scope;

    internal ApprovalArrangements(ApprovalScope scope) => _scope = scope;

    /// <summary>Writes down what was agreed, and what is known about the client. The phase of an existing arrangement stays: it changes by agreement only.</summary>
    /// <exception cref="NotFoundException">There is no such client or policy.</exception>
    /// <exception cref="InvalidTransitionException">The phase is none of the phases.</exception>
    public ValueTask<ApprovalArrangement> ArrangeAsync(ApprovalArrangement arrangement, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        ArgumentNullException.ThrowIfNull(actor);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            await _scope.Unit.FactsAsync(transaction, arrangement.Client, now, cancellationToken).ConfigureAwait(false);
            foreach (var policy in arrangement.Phases.Select(p => p.Policy).Concat(arrangement.Required.Select(r => r.Policy)))
            {
                await ApprovalUnit.PolicyAsync(transaction, policy, null, cancellationToken).ConfigureAwait(false);
            }

            var stored = await transaction.FindAsync(ApprovalRecords.Arrangements, arrangement.Client.Value, cancellationToken).ConfigureAwait(false);
            var next = stored is null ? arrangement : arrangement with { Phase = stored.Value.Phase };
            RequirePhase(next, next.Phase);
            await transaction.PutAsync(ApprovalRecords.Arrangements, next, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
            var known = $"crisis level {next.CrisisLevel?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}, {(next.IsHeld is { } held ? held ? "held" : "not held" : "hold unknown")}, silence {next.TacitClause?.ToString() ?? "never counts"}";
            await transaction.AppendAsync(new AuditEvent(now, actor, "approval.arranged", next.Client.Value, $"Phase '{next.Phase}' of {string.Join(", ", next.Phases.Select(p => p.Name))}; {known}.{(next.Required.Count == 0 ? "" : $" Also approved: {string.Join(", ", next.Required.Select(r => r.Kind))}.")}"), cancellationToken).ConfigureAwait(false);
            return next;
        }, cancellationToken);
    }

    /// <summary>Another phase of the relationship begins, stricter or laxer: both sides agreed, and what proves it is named (requirement 0.6). Requests in flight keep their policy.</summary>
    /// <exception cref="NotFoundException">Nothing was arranged with the client.</exception>
    /// <exception cref="InvalidTransitionException">There is no such phase, or a side has not agreed.</exception>
    public ValueTask<ApprovalArrangement> ChangePhaseAsync(ClientId client, string phase, PhaseAgreement agreement, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(actor);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var stored = await transaction.GetAsync(ApprovalRecords.Arrangements, client.Value, cancellationToken).ConfigureAwait(false);
            RequirePhase(stored.Value, phase);
            var facts = await _scope.Unit.FactsAsync(transaction, client, now, cancellationToken).ConfigureAwait(false);
            if (!Eligibility.IsKnown(new Recipient.OfAgency(agreement.Agency), facts) || !Eligibility.IsKnown(new Recipient.OfClient(client, agreement.Contact), facts) || string.IsNullOrWhiteSpace(agreement.EvidenceId))
            {
                throw new InvalidTransitionException($"Client {client}", $"the phase changes by agreement: name a person of the agency ('{agreement.Agency}'), a contact of the client ('{agreement.Contact}') and what proves it ('{agreement.EvidenceId}').");
            }

            var next = stored.Value with { Phase = phase };
            await transaction.PutAsync(ApprovalRecords.Arrangements, next, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "approval.phase-changed", client.Value, $"Phase '{stored.Value.Phase}' -> '{phase}', agreed by {agreement.Agency} and {agreement.Contact} (evidence {agreement.EvidenceId}): {agreement.Reason}"), cancellationToken).ConfigureAwait(false);
            return next;
        }, cancellationToken);
    }

    /// <summary>What was arranged with a client, or <see langword="null"/>.</summary>
    public async ValueTask<ApprovalArrangement?> FindAsync(ClientId client, CancellationToken cancellationToken = default)
        => (await _scope.ReadAsync(t => t.FindAsync(ApprovalRecords.Arrangements, client.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    internal static async ValueTask<bool> RequiresAsync(IStoreTransaction transaction, ClientId client, ApprovalSubjectKind kind, CancellationToken cancellationToken)
        => await transaction.FindAsync(ApprovalRecords.Arrangements, client.Value, cancellationToken).ConfigureAwait(false) is { } stored && stored.Value.Required.Any(r => r.Kind == kind);

    internal static async ValueTask<ApprovalPolicyId> PolicyOfAsync(IStoreTransaction transaction, ClientId client, ApprovalSubjectKind kind, CancellationToken cancellationToken)
    {
        var arrangement = (await transaction.GetAsync(ApprovalRecords.Arrangements, client.Value, cancellationToken).ConfigureAwait(false)).Value;
        return arrangement.Required.FirstOrDefault(r => r.Kind == kind)?.Policy ?? arrangement.Phases.First(p => p.Name == arrangement.Phase).Policy;
    }

    private static void RequirePhase(ApprovalArrangement arrangement, string phase)
    {
        if (arrangement.Phases.All(p => p.Name != phase))
        {
            throw new InvalidTransitionException($"Client {arrangement.Client}", $"'{phase}' is none of its phases: {string.Join(", ", arrangement.Phases.Select(p => p.Name))}.");
        }
    }
}
