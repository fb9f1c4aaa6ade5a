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
    private readonly Connectors _connectors;

    internal PublicationService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, SnapshotCache snapshots, Connectors connectors)
    {
        (Tenant, _store, _clock, _signal, _snapshots, _connectors) = (tenant, store, clock, signal, snapshots, connectors);
        Freezes = new(tenant, store, clock, snapshots);
    }

    /// <summary>What is held back on purpose.</summary>
    public FreezeService Freezes { get; }

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

    /// <summary>What was sent for a case or a content item, oldest first.</summary>
    /// <param name="origin">The case's or the item's id.</param>
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

    /// <summary>A held publication is to be sent after all; freeze, time, bytes and approval are asked for again when it is.</summary>
    /// <inheritdoc cref="ConfirmAsync" path="/param" />
    /// <inheritdoc cref="ConfirmAsync" path="/exception" />
    public ValueTask<Publication> ReconfirmAsync(PublicationId id, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, actor, p => PublicationDecision.Reconfirm(p, _clock.Now()), cancellationToken);

    /// <summary>Takes a published post down (requirement 3.6).</summary>
    /// <param name="id">The publication.</param>
    /// <param name="actor">Who decides: a person with the role Publisher, Author or Admin.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such publication.</exception>
    /// <exception cref="InvalidTransitionException">It is not published, the role is missing, or the network's connector cannot take posts down; the message names another way.</exception>
    public ValueTask RetractAsync(PublicationId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return CorrectAsync(id, actor, CorrectionHandler.Retract, reason, p => _connectors.FindRetractor(p.Network) is null ? "its connector cannot take posts down. Do it on the network, or answer the post with a correction." : null, cancellationToken);
    }

    /// <summary>Makes a published post say what its content says now, if that is approved (requirement 3.6).</summary>
    /// <param name="id">The publication.</param>
    /// <param name="actor">Who decides: a person with the role Publisher, Author or Admin.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such publication.</exception>
    /// <exception cref="InvalidTransitionException">It is no published content, the role is missing, or the network's connector cannot edit; the message names another way.</exception>
    public ValueTask CorrectAsync(PublicationId id, Actor actor, CancellationToken cancellationToken = default)
        => CorrectAsync(
            id,
            actor,
            CorrectionHandler.Edit,
            "The content has changed.",
            p => p.Content is null ? "a reply is corrected by another reply."
                : _connectors.FindEditor(p.Network) is not null ? null
                : _connectors.FindRetractor(p.Network) is not null ? "its connector cannot edit. Retract it and publish the content anew, or answer the post with a correction."
                : "its connector can neither edit nor take down. Answer the post with a correction.",
            cancellationToken);

    /// <summary>How a publication has fared: an hour, a day and a week after it went out.</summary>
    /// <param name="id">The publication.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<IReadOnlyList<MetricsSnapshot>> GetMetricsAsync(PublicationId id, CancellationToken cancellationToken = default)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(MetricsRecords.Snapshots, new RecordQuery("", 0, $"{id}/", $"{id}0", 1_000), cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. page.Items.Select(m => m.Value)];
    }

    private async ValueTask CorrectAsync(PublicationId id, Actor actor, string how, string reason, Func<Publication, string?> obstacle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await _store.WriteAsync(Tenant, async transaction =>
        {
            var publication = (await transaction.GetAsync(PublicationRecords.Publications, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            await PublishingRights.RequireAsync(transaction, _snapshots, actor, cancellationToken, PersonRole.Publisher, PersonRole.Author, PersonRole.Admin).ConfigureAwait(false);
            if ((publication.State == PublicationState.Published ? obstacle(publication) : $"is {publication.State}, not published.") is { } why)
            {
                throw new InvalidTransitionException($"Publication {id}", why);
            }

            var now = _clock.Now();
            await transaction.AppendAsync(new(now, actor, $"publication.{how}", id.Value, reason), cancellationToken).ConfigureAwait(false);
            await transaction.ScheduleAsync(new(CorrectionHandler.WorkKind, id.Value, WorkClass.Normal, now, $"{id}/{how}/{now.ToUnixTimeTicks()}", System.Text.Encoding.UTF8.GetBytes(how)), cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
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
            await PublishingRights.RequireAsync(transaction, _snapshots, actor, cancellationToken, PersonRole.Publisher, PersonRole.Author, PersonRole.Admin).ConfigureAwait(false);
            var (decided, now) = (decide(stored.Value), _clock.Now());
            await PublicationOutcome.WriteAsync(transaction, decided, stored.Version, actor, now, cancellationToken).ConfigureAwait(false);
            if (decided.State == PublicationState.Scheduled)
            {
                await PublicationOutcome.ReleasedAsync(transaction, decided, actor, stored.Value.State == PublicationState.NeedsHuman ? "It is not there; it is sent again." : "It is to be sent after all.", now, cancellationToken).ConfigureAwait(false);
            }

            return decided;
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return result;
    }
}
