using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>What is done to what others wrote: by a person, for a rule of the netiquette, with the evidence stored first (requirement 2.22, responses d.3). Thread-safe.</summary>
public sealed class ModerationService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly WorkSignal _signal;
    private readonly CaseUnit _cases;
    private readonly SnapshotCache _snapshots;
    private readonly Connectors _connectors;
    private readonly IIdGenerator _ids;

    internal ModerationService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, CaseUnit cases, SnapshotCache snapshots, Connectors connectors, IIdGenerator ids)
        => (Tenant, _store, _clock, _signal, _cases, _snapshots, _connectors, _ids) = (tenant, store, clock, signal, cases, snapshots, connectors, ids);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>
    /// The actor has an item hidden, deleted or reported, or its author blocked. What stood there is stored in the same transaction, before anything reaches the network; the worker does the
    /// rest. Criticism, questions and praise cannot be silenced.
    /// </summary>
    /// <param name="itemId">The item.</param>
    /// <param name="actor">Who decides: a person who may reply for the client.</param>
    /// <param name="action">What is done.</param>
    /// <param name="rule">The netiquette's rule that it breaks; a section that it cites (<c>radhaus#respect</c>) is written down with the version that holds.</param>
    /// <param name="byHand">The actor does it on the network themselves; for networks without an <see cref="IModerator"/>.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidDefinitionException">The rule cites a section that is not there.</exception>
    /// <exception cref="InvalidTransitionException">The item's category or its network does not allow it, no connector can do it, or the actor may not.</exception>
    public async ValueTask<ItemModeration> ModerateAsync(string itemId, Actor actor, ModerationAction action, string rule, bool byHand = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        var id = new ModerationId(_ids.NewId());
        var decided = await _store.WriteAsync(Tenant, async transaction =>
        {
            var item = (await transaction.GetAsync(InboxRecords.Items, itemId, cancellationToken).ConfigureAwait(false)).Value;
            if (ModerationBounds.FindRefusal(item, action) is { } refusal)
            {
                throw new InvalidTransitionException($"Item {itemId}", refusal);
            }

            if (!byHand && _connectors.FindModerator(item.Network) is null)
            {
                throw new InvalidTransitionException($"Item {itemId}", $"no connector can {action} on {item.Network}. Add one that is an {nameof(IModerator)}, or do it there yourself and say so ({nameof(byHand)}).");
            }

            var now = _clock.Now();
            var moderation = new ItemModeration
            {
                Id = id,
                Client = item.Client,
                Case = item.Case,
                Item = item.Id,
                Action = action,
                Rule = await GuidelineLibrary.PinAsync(transaction, _snapshots, rule, cancellationToken).ConfigureAwait(false),
                DecidedBy = actor,
                DecidedAt = now,
                Evidence = EvidenceSnapshot.Of(item, now),
                ByHand = byHand,
                DoneAt = byHand ? now : null,
            };
            await transaction.PutAsync(InboxRecords.Moderations, moderation, 0, cancellationToken).ConfigureAwait(false);
            var stored = await transaction.GetAsync(InboxRecords.Cases, item.Case.Value, cancellationToken).ConfigureAwait(false);
            await _cases.ExecuteAsync(transaction, stored, new CaseCommand.Moderate(moderation), actor, now, cancellationToken).ConfigureAwait(false);
            if (!byHand)
            {
                await transaction.ScheduleAsync(new WorkDraft(ModerationHandler.WorkKind, id.Value, WorkClass.Normal, now, id.Value, default), cancellationToken).ConfigureAwait(false);
            }

            return moderation;
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return decided;
    }

    /// <summary>A decision, or <see langword="null"/>.</summary>
    public async ValueTask<ItemModeration?> FindAsync(ModerationId id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.FindAsync(InboxRecords.Moderations, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>A client's decisions, the oldest first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<ItemModeration>> QueryAsync(People.ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var query = new RecordQuery("", 1, $"{client}/", $"{client}0", limit, next);
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(InboxRecords.Moderations, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(r => r.Value)], page.Next);
    }
}
