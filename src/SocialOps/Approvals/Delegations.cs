using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>Who decides in whose place, for how long. Thread-safe.</summary>
public sealed class Delegations
{
    private readonly ApprovalScope _scope;
    private readonly IIdGenerator _ids;

    internal Delegations(ApprovalScope scope, IIdGenerator ids) => (_scope, _ids) = (scope, ids);

    /// <summary>Adds a delegation. It holds for what waits already, too.</summary>
    /// <param name="delegation">The delegation; an empty id is replaced by a new one.</param>
    /// <param name="actor">Who sets it up.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidDefinitionException">It has faults: all of them.</exception>
    public ValueTask<Delegation> AddAsync(Delegation delegation, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        ArgumentNullException.ThrowIfNull(actor);
        if (delegation.Validate() is { Count: > 0 } faults)
        {
            throw new InvalidDefinitionException(faults);
        }

        var named = string.IsNullOrEmpty(delegation.Id.Value) ? delegation with { Id = new(_ids.NewId()) } : delegation;
        return _scope.WriteAsync(async (transaction, now) =>
        {
            await transaction.PutAsync(ApprovalRecords.Delegations, named, 0, cancellationToken).ConfigureAwait(false);
            var scope = $"{(named.Client is { } client ? $", client {client}" : "")}{(named.Part is { } part ? $", part '{part}'" : "")}{(named.Step is { } step ? $", step '{step}'" : "")}";
            await transaction.AppendAsync(new AuditEvent(now, actor, "approval.delegated", named.Id.Value, $"{named.To} decides for {named.From} from {named.StartsAt} until {named.EndsAt}{scope}."), cancellationToken).ConfigureAwait(false);
            return named;
        }, cancellationToken);
    }

    /// <summary>Ends a delegation now; what was decided under it stands.</summary>
    /// <exception cref="NotFoundException">There is no such delegation.</exception>
    public ValueTask<Delegation> RevokeAsync(DelegationId id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var stored = await transaction.GetAsync(ApprovalRecords.Delegations, id.Value, cancellationToken).ConfigureAwait(false);
            var ended = stored.Value with { RevokedAt = stored.Value.RevokedAt ?? now };
            await transaction.PutAsync(ApprovalRecords.Delegations, ended, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "approval.delegation-revoked", id.Value, $"{ended.To} no longer decides for {ended.From}."), cancellationToken).ConfigureAwait(false);
            return ended;
        }, cancellationToken);
    }

    /// <summary>The delegations to somebody, past ones too.</summary>
    /// <param name="delegated">The delegate.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<Delegation>> QueryAsync(Recipient delegated, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delegated);
        var page = await _scope.ReadAsync(t => t.QueryAsync(ApprovalRecords.Delegations, new RecordQuery("", 2, $"{delegated.Key}/", $"{delegated.Key}0", limit, next), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(d => d.Value)], page.Next);
    }
}
