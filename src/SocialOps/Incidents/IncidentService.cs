using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Incidents;

/// <summary>Trouble of the engine's own that waits for people. Thread-safe. Every command is one transaction with its audit events.</summary>
public sealed class IncidentService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly WorkSignal _signal;
    private readonly SnapshotCache _snapshots;

    internal IncidentService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, SnapshotCache snapshots)
        => (Tenant, _store, _clock, _signal, _snapshots) = (tenant, store, clock, signal, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>An incident, or <see langword="null"/>.</summary>
    public async ValueTask<Incident?> FindAsync(IncidentId id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => IncidentUnit.FindAsync(t, id, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>Open incidents, the one that is due first at the head.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<Incident>> QueryOpenAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 1, Limit: limit, Continue: next), cancellationToken);

    /// <summary>A person's open incidents, the one that is due first at the head.</summary>
    /// <param name="who">Who.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<Incident>> QueryMyWorkAsync(Recipient who, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(who);
        return QueryAsync(new RecordQuery("", 2, $"{who.Key}/", $"{who.Key}0", limit, next), cancellationToken);
    }

    /// <summary>"Mine": the actor is responsible and the climb stops until the deadline, at least half an hour. Claimed is not closed: after it the climb begins anew.</summary>
    /// <exception cref="NotFoundException">There is no such incident.</exception>
    /// <exception cref="InvalidTransitionException">It is closed, or the actor is no person of the agency.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed it at the same moment; look at it again.</exception>
    public ValueTask<Incident> ClaimAsync(IncidentId id, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, actor, (incident, now) => IncidentDecision.Claim(incident, new(actor.Id), actor, now), cancellationToken);

    /// <summary>It is over, by other means than the incident's own command.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="actor">Who closes it: a person of the agency.</param>
    /// <param name="resolution">How it ended.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such incident.</exception>
    /// <exception cref="InvalidTransitionException">It is closed, or the actor is no person of the agency.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed it at the same moment; look at it again.</exception>
    public ValueTask<Incident> CloseAsync(IncidentId id, Actor actor, string resolution, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resolution);
        return ExecuteAsync(id, actor, (incident, now) => IncidentDecision.Close(incident, actor, resolution, now), cancellationToken);
    }

    private async ValueTask<PagedResult<Incident>> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(IncidentRecords.Incidents, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(i => i.Value)], page.Next);
    }

    private async ValueTask<Incident> ExecuteAsync(IncidentId id, Actor actor, Func<Incident, NodaTime.Instant, IncidentTransition> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var result = await _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(IncidentRecords.Incidents, id.Value, cancellationToken).ConfigureAwait(false);
            var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
            if (stored.Value.ClosedAt is { } closed)
            {
                throw new InvalidTransitionException($"Incident {id}", $"was closed at {closed}: {stored.Value.Resolution}");
            }

            if (actor.Kind != ActorKind.Person || !agency.People.ContainsKey(new(actor.Id)))
            {
                throw new InvalidTransitionException($"Actor {actor.Id}", "is no person of the agency. Act as one of its people.");
            }

            var now = _clock.Now();
            var transition = decide(stored.Value, now);
            await IncidentUnit.CommitAsync(transaction, stored.Version, transition, now, cancellationToken).ConfigureAwait(false);
            return transition.State;
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return result;
    }
}
