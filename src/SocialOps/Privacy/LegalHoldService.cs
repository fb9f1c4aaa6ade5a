using NodaTime;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Privacy;

/// <summary>Cases whose data is needed for a legal claim or duty (GDPR Art. 17(3)(b), (e)). Thread-safe.</summary>
public sealed class LegalHoldService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;

    internal LegalHoldService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots) => (Tenant, _store, _clock, _snapshots) = (tenant, store, clock, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Nothing of the case is erased before an instant: not when somebody asks, not by retention, not because its author has deleted it. A later call replaces the one before.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who says so: a person of the agency.</param>
    /// <param name="reason">Why; it is audited: name the claim or the law, not the customer.</param>
    /// <param name="until">The end, exclusive; after now.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The actor is no person of the agency, or the end is past.</exception>
    public ValueTask<LegalHold> PlaceAsync(CaseId id, Actor actor, string reason, Instant until, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            await PrivacyActor.RequireAsync(transaction, _snapshots, actor, cancellationToken).ConfigureAwait(false);
            await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            var now = _clock.Now();
            if (until <= now)
            {
                throw new InvalidTransitionException("A legal hold", $"ends after now ({now}); {until} is past.");
            }

            var hold = new LegalHold(id, reason, until, actor, now);
            var before = await transaction.FindAsync(HoldRecords.Holds, id.Value, cancellationToken).ConfigureAwait(false);
            await transaction.PutAsync(HoldRecords.Holds, hold, before?.Version ?? 0, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "hold.placed", id.Value, $"Until {until}: {reason}"), cancellationToken).ConfigureAwait(false);
            return hold;
        }, cancellationToken);
    }

    /// <summary>The hold is over; what was asked to be erased meanwhile is erased when it is asked for again.</summary>
    /// <exception cref="InvalidTransitionException">The actor is no person of the agency, or no hold lies on the case.</exception>
    public ValueTask LiftAsync(CaseId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            await PrivacyActor.RequireAsync(transaction, _snapshots, actor, cancellationToken).ConfigureAwait(false);
            if (await transaction.FindAsync(HoldRecords.Holds, id.Value, cancellationToken).ConfigureAwait(false) is not { } hold || hold.Value.Until <= _clock.Now())
            {
                throw new InvalidTransitionException($"Case {id}", "is under no legal hold.");
            }

            await transaction.RemoveAsync(HoldRecords.Holds.Name, id.Value, hold.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, "hold.lifted", id.Value, reason), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>The holds, the one that ends first first; those that have ended are left out.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<LegalHold>> QueryAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var query = new RecordQuery("", 1, IndexText.Of(_clock.Now() + Duration.FromTicks(10)), null, limit, next);
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(HoldRecords.Holds, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(h => h.Value)], page.Next);
    }
}
