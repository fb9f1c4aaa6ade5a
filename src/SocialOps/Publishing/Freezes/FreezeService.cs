using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>Holds publishing back and lets it go on. Thread-safe. It is asked in the transaction that makes each attempt, so a freeze that has returned holds everything that had not begun.</summary>
public sealed class FreezeService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;

    internal FreezeService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots) => (Tenant, _store, _clock, _snapshots) = (tenant, store, clock, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>From now on nothing of the scope is published. Frozen again, a frozen scope keeps its beginning.</summary>
    /// <param name="scope">What is held.</param>
    /// <param name="actor">Who freezes it: a person with the role Publisher, DutyManager or Admin.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidTransitionException">The role is missing.</exception>
    public ValueTask<PublishFreeze> FreezeAsync(FreezeScope scope, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return WriteAsync(scope, actor, known => known is { LiftedAt: null } ? known with { Reason = reason } : new() { ScopeKey = scope.Key, Reason = reason, FrozenBy = actor, FrozenAt = _clock.Now() }, "publishing.frozen", reason, cancellationToken);
    }

    /// <summary>The scope may publish again. What was scheduled before has to be confirmed (<see cref="PublicationService.ReconfirmAsync"/>).</summary>
    /// <exception cref="InvalidTransitionException">It is not frozen, or the role is missing.</exception>
    public ValueTask<PublishFreeze> LiftAsync(FreezeScope scope, Actor actor, CancellationToken cancellationToken = default)
        => WriteAsync(
            scope,
            actor,
            known => known is { LiftedAt: null } ? known with { LiftedAt = _clock.Now() } : throw new InvalidTransitionException($"'{scope}'", "is not frozen."),
            "publishing.unfrozen",
            "Scheduled posts have to be confirmed again.",
            cancellationToken);

    /// <summary>What is frozen now.</summary>
    public async ValueTask<IReadOnlyList<PublishFreeze>> GetInForceAsync(CancellationToken cancellationToken = default)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(FreezeRecords.Freezes, new RecordQuery("", 1, Limit: 1_000), cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. page.Items.Select(f => f.Value)];
    }

    private ValueTask<PublishFreeze> WriteAsync(FreezeScope scope, Actor actor, Func<PublishFreeze?, PublishFreeze> change, string action, string detail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(scope.Key, nameof(scope));
        return _store.WriteAsync(Tenant, async transaction =>
        {
            await PublishingRights.RequireAsync(transaction, _snapshots, actor, cancellationToken, PersonRole.Publisher, PersonRole.DutyManager, PersonRole.Admin).ConfigureAwait(false);
            var stored = await transaction.FindAsync(FreezeRecords.Freezes, scope.Key, cancellationToken).ConfigureAwait(false);
            var freeze = change(stored?.Value);
            await transaction.PutAsync(FreezeRecords.Freezes, freeze, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, action, scope.Key, detail), cancellationToken).ConfigureAwait(false);
            return freeze;
        }, cancellationToken);
    }
}
