using NodaTime;
using SocialOps.Content.Contributions;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Content;

/// <summary>What is owed for content: asked for, reminded of, received (requirements 0.2 and 0.3). Thread-safe. Every command is one transaction with its audit events.</summary>
public sealed class ContributionService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly WorkSignal _signal;
    private readonly ContentUnit _content;
    private readonly ContributionUnit _unit;
    private readonly IIdGenerator _ids;

    internal ContributionService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, ContentUnit content, ContributionUnit unit, IIdGenerator ids)
        => (Tenant, _store, _clock, _signal, _content, _unit, _ids) = (tenant, store, clock, signal, content, unit, ids);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Asks for something. The supplier is told at once, reminded at half and at nine tenths of the time (on the phone: whoever asked is told to call), and whoever asked hears when it is overdue.</summary>
    /// <exception cref="NotFoundException">There is no such client or item.</exception>
    /// <exception cref="InvalidTransitionException">It is due in the past, the item is another client's, or the actor may not write.</exception>
    public async ValueTask<ContributionRequest> RequestAsync(ContributionDraft draft, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        var id = new ContributionId(_ids.NewId());
        var result = await _store.WriteAsync(Tenant, async transaction =>
        {
            var now = _clock.Now();
            var terms = await _content.TermsAsync(transaction, draft.Client, cancellationToken).ConfigureAwait(false);
            ContentDecision.RequireWriter(actor, terms, draft.Client);
            if (draft.Item is { } item && (await transaction.GetAsync(ContentRecords.Items, item.Value, cancellationToken).ConfigureAwait(false)).Value.Client != draft.Client)
            {
                throw new InvalidTransitionException($"Content {item}", $"it is not of client '{draft.Client}'.");
            }

            return await _unit.WriteAsync(transaction, ContributionDecision.Request(draft.ToRequest(id, actor, now)), 0, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return result;
    }

    /// <summary>It came, in time or late. Files are made known to the item with <see cref="ContentService.AddAssetAsync"/>.</summary>
    /// <param name="id">The contribution.</param>
    /// <param name="by">The medium by which it came, whatever was asked for.</param>
    /// <param name="outcome">What came, for people; of a call, what was said.</param>
    /// <param name="actor">Who notes it: a person of the agency, the client itself, or a program that reads mail.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such contribution.</exception>
    /// <exception cref="InvalidTransitionException">It came already, or was waived, or the actor may not write.</exception>
    public ValueTask<ContributionRequest> ReceiveAsync(ContributionId id, ContributionMedium by, string outcome, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(outcome);
        return EndAsync(id, (r, now) => ContributionDecision.Receive(r, by, outcome, actor, now), actor, cancellationToken);
    }

    /// <summary>It is not needed after all.</summary>
    /// <exception cref="NotFoundException">There is no such contribution.</exception>
    /// <exception cref="InvalidTransitionException">It came already, or was waived, or the actor may not write.</exception>
    public ValueTask<ContributionRequest> WaiveAsync(ContributionId id, string reason, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return EndAsync(id, (r, now) => ContributionDecision.Waive(r, reason, actor, now), actor, cancellationToken);
    }

    /// <summary>A contribution, or <see langword="null"/>.</summary>
    public async ValueTask<ContributionRequest?> FindAsync(ContributionId id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.FindAsync(ContentRecords.Contributions, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>What was asked for an item, oldest first.</summary>
    /// <param name="item">The item.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ContributionRequest>> QueryItemAsync(ContentItemId item, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 1, $"{item}/", $"{item}0", limit, next), cancellationToken);

    /// <summary>What a client still owes, soonest due first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ContributionRequest>> QueryOpenAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 2, $"{client}/", $"{client}0", limit, next), cancellationToken);

    private async ValueTask<PagedResult<ContributionRequest>> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(ContentRecords.Contributions, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(c => c.Value)], page.Next);
    }

    private ValueTask<ContributionRequest> EndAsync(ContributionId id, Func<ContributionRequest, Instant, ContributionTransition> decide, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var now = _clock.Now();
            var stored = await transaction.GetAsync(ContentRecords.Contributions, id.Value, cancellationToken).ConfigureAwait(false);
            ContentDecision.RequireWriter(actor, await _content.TermsAsync(transaction, stored.Value.Client, cancellationToken).ConfigureAwait(false), stored.Value.Client);
            return await _unit.WriteAsync(transaction, decide(stored.Value, now), stored.Version, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }
}

/// <summary>Something to ask for.</summary>
/// <param name="Client">The client.</param>
/// <param name="Item">The item that needs it; <see langword="null"/> for something that several will need.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">What exactly, for people.</param>
/// <param name="Supplier">Who supplies it.</param>
/// <param name="Medium">How it is asked for and comes.</param>
/// <param name="DueAt">By when; at this instant it is still in time.</param>
/// <param name="IsRequired">Whether the item cannot be submitted without it.</param>
public sealed record ContributionDraft(ClientId Client, ContentItemId? Item, ContributionKind Kind, string What, Recipient Supplier, ContributionMedium Medium, Instant DueAt, bool IsRequired = true)
{
    internal ContributionRequest ToRequest(ContributionId id, Actor actor, Instant now) => new()
    {
        Id = id,
        Client = Client,
        Item = Item,
        Kind = Kind,
        What = What,
        Supplier = Supplier,
        Medium = Medium,
        IsRequired = IsRequired,
        RequestedBy = actor,
        RequestedAt = now,
        DueAt = DueAt,
    };
}
