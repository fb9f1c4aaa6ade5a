using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>What is sent, and what people decide where nobody knows whether it was. Thread-safe. Every command is one transaction with its audit events.</summary>
public sealed class PublicationService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly WorkSignal _signal;
    private readonly SnapshotCache _snapshots;

    internal PublicationService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, SnapshotCache snapshots)
        => (Tenant, _store, _clock, _signal, _snapshots) = (tenant, store, clock, signal, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>A publication, or <see langword="null"/>.</summary>
    public async ValueTask<Publication?> FindAsync(PublicationId id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.FindAsync(PublicationRecords.Publications, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>What has not ended, oldest first: waiting, being sent, unclear, or waiting for a person.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<Publication>> QueryUnfinishedAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 1, Limit: limit, Continue: next), cancellationToken);

    /// <summary>What was sent for a case, oldest first.</summary>
    /// <param name="origin">The case's id.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<Publication>> QueryOriginAsync(string origin, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 2, $"{origin}/", $"{origin}0", limit, next), cancellationToken);

    /// <summary>The actor has looked at the network: it is there.</summary>
    /// <param name="id">The publication, which waits for a person.</param>
    /// <param name="actor">Who has looked: a person with the role Publisher, Author or Admin.</param>
    /// <param name="externalId">The network's id of the post.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such publication.</exception>
    /// <exception cref="InvalidTransitionException">It does not wait for a person, or the actor's role is missing.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed it at the same moment; look at it again.</exception>
    public ValueTask<Publication> ConfirmAsync(PublicationId id, Actor actor, string externalId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalId);
        return ExecuteAsync(id, actor, p => PublicationDecision.Confirm(p, externalId, _clock.Now()), cancellationToken);
    }

    /// <summary>The actor has looked at the network: it is not there, and is sent again on their word.</summary>
    /// <inheritdoc cref="ConfirmAsync" path="/param" />
    /// <inheritdoc cref="ConfirmAsync" path="/exception" />
    public ValueTask<Publication> ReleaseAsync(PublicationId id, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, actor, PublicationDecision.Release, cancellationToken);

    /// <summary>It is not to be sent. Possible while it waits to be sent or for a person.</summary>
    /// <param name="id">The publication.</param>
    /// <param name="actor">Who decides: a person with the role Publisher, Author or Admin.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <inheritdoc cref="ConfirmAsync" path="/exception" />
    public ValueTask<Publication> CancelAsync(PublicationId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ExecuteAsync(id, actor, p => PublicationDecision.Cancel(p, reason), cancellationToken);
    }

    private async ValueTask<PagedResult<Publication>> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(PublicationRecords.Publications, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(p => p.Value)], page.Next);
    }

    private async ValueTask<Publication> ExecuteAsync(PublicationId id, Actor actor, Func<Publication, Publication> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var result = await _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(PublicationRecords.Publications, id.Value, cancellationToken).ConfigureAwait(false);
            await RequireRoleAsync(transaction, actor, cancellationToken).ConfigureAwait(false);
            var (decided, now) = (decide(stored.Value), _clock.Now());
            await PublicationOutcome.WriteAsync(transaction, decided, stored.Version, actor, now, cancellationToken).ConfigureAwait(false);
            if (decided.State == PublicationState.Scheduled)
            {
                await PublicationOutcome.ReleasedAsync(transaction, decided, actor, now, cancellationToken).ConfigureAwait(false);
            }

            return decided;
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return result;
    }

    private async ValueTask RequireRoleAsync(IStoreTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (actor.Kind != ActorKind.Person || agency.People.GetValueOrDefault(new(actor.Id))?.Roles.Any(r => r is PersonRole.Publisher or PersonRole.Author or PersonRole.Admin) != true)
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", "may not decide about publications: the role Publisher, Author or Admin is missing.");
        }
    }
}
