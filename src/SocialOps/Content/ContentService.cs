using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Content.Contributions;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Content;

/// <summary>Content items: begun, edited, scheduled, found. Thread-safe. Every command is one transaction with its audit events; submitting is the approvals' affair.</summary>
public sealed class ContentService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly ContentUnit _content;
    private readonly IIdGenerator _ids;

    internal ContentService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, ContentUnit content, ContributionUnit contributions, IIdGenerator ids)
    {
        (Tenant, _store, _clock, _content, _ids) = (tenant, store, clock, content, ids);
        Contributions = new(tenant, store, clock, signal, content, contributions, ids);
        Planning = new(tenant, store, clock, content);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>What is owed for content.</summary>
    public ContributionService Contributions { get; }

    /// <summary>Plans and style guides.</summary>
    public PlanningService Planning { get; }

    /// <summary>Begins an item with its first revision.</summary>
    /// <param name="client">The client.</param>
    /// <param name="brief">What is known about it besides what is sent.</param>
    /// <param name="variants">One for each account that is to speak; normalised here.</param>
    /// <param name="actor">Who begins it.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="ArgumentException">There is no variant, two for one account, or a text is longer than 64 KiB.</exception>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    /// <exception cref="InvalidTransitionException">The actor may not write.</exception>
    public ValueTask<ContentItem> CreateAsync(ClientId client, ContentBrief brief, IReadOnlyList<Variant> variants, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(actor);
        var id = new ContentItemId(_ids.NewId());
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var terms = await _content.TermsAsync(transaction, client, cancellationToken).ConfigureAwait(false);
            var transition = ContentDecision.Create(id, client, brief, variants, terms, actor, _clock.Now());
            return await ContentUnit.WriteAsync(transaction, transition, 0, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>Edits: makes the next revision. Variants whose bytes stay the same stay where they stand; the others become drafts. The very same bytes make no revision.</summary>
    /// <param name="id">The item.</param>
    /// <param name="basedOn">The number of the revision that the editor saw.</param>
    /// <param name="variants">All variants, changed or not.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else has edited it since.</exception>
    /// <exception cref="InvalidTransitionException">The actor may not write, or a changed variant is withdrawn.</exception>
    public ValueTask<ContentItem> ReviseAsync(ContentItemId id, int basedOn, IReadOnlyList<Variant> variants, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, new ContentCommand.Revise(variants), actor, cancellationToken, basedOn);

    /// <summary>Says when it may be published; <see langword="null"/> takes it out of the plan. No hash changes.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidTransitionException">The plan lies outside its window, the window is past, or the actor may not write.</exception>
    public ValueTask<ContentItem> ScheduleAsync(ContentItemId id, PublishWindow? window, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, new ContentCommand.Schedule(window), actor, cancellationToken);

    /// <summary>Changes what is known about it besides what is sent. No hash changes.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidTransitionException">The actor may not write.</exception>
    public ValueTask<ContentItem> DescribeAsync(ContentItemId id, ContentBrief brief, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return ExecuteAsync(id, new ContentCommand.Describe(brief), actor, cancellationToken);
    }

    /// <summary>Makes a file known, or knows it better. No hash changes.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidTransitionException">The actor may not write.</exception>
    public ValueTask<ContentItem> AddAssetAsync(ContentItemId id, MediaAsset asset, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return ExecuteAsync(id, new ContentCommand.AddAsset(asset), actor, cancellationToken);
    }

    /// <summary>Takes an account's variant back, for good.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidTransitionException">It is withdrawn already, there is no such variant, or the actor may not write.</exception>
    public async ValueTask<ContentItem> WithdrawAsync(ContentItemId id, ChannelAccountId account, string reason, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return await ExecuteAsync(id, new ContentCommand.Move(account, VariantTrigger.Withdraw, default, 0, reason), actor, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Dates the steps by which it comes about, for its window; dates of an earlier call are dropped.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidTransitionException">It has no window yet, or the actor may not write.</exception>
    public ValueTask<ContentItem> BeginProcessAsync(ContentItemId id, ProcessTemplate template, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        return ExecuteAsync(id, new ContentCommand.BeginProcess(template), actor, cancellationToken);
    }

    /// <summary>The actor agrees to the dates of the steps that are theirs to do or to check.</summary>
    /// <exception cref="InvalidTransitionException">No process was begun, or no step is theirs.</exception>
    public ValueTask<ContentItem> AgreeDatesAsync(ContentItemId id, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, new ContentCommand.AgreeDates(), actor, cancellationToken);

    /// <summary>The actor has done a step.</summary>
    /// <exception cref="InvalidTransitionException">It is not theirs, its date is not agreed, it is done, or an earlier one is not.</exception>
    public ValueTask<ContentItem> CompleteStepAsync(ContentItemId id, string step, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, new ContentCommand.CompleteStep(step), actor, cancellationToken);

    /// <summary>The actor has checked a step (requirement 1.2); not accepted, it is to be done again.</summary>
    /// <exception cref="InvalidTransitionException">It is not theirs to check, not done, or checked already.</exception>
    public ValueTask<ContentItem> CheckStepAsync(ContentItemId id, string step, bool isAccepted, string note, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, new ContentCommand.CheckStep(step, isAccepted, note), actor, cancellationToken);

    /// <summary>Whether an item can be submitted, and everything that speaks against it.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    public ValueTask<ContentReadiness> CheckAsync(ContentItemId id, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var item = await transaction.GetAsync(ContentRecords.Items, id.Value, cancellationToken).ConfigureAwait(false);
            return await _content.ReadinessAsync(transaction, item.Value, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>An item, or <see langword="null"/>.</summary>
    public async ValueTask<ContentItem?> FindAsync(ContentItemId id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.FindAsync(ContentRecords.Items, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>A revision of an item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="number">The revision's number, from 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such revision.</exception>
    public async ValueTask<Revision> GetRevisionAsync(ContentItemId id, int number, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.GetAsync(ContentRecords.Revisions, ContentRecords.KeyOf(id, number), cancellationToken), cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>What is planned from now on, of all clients, soonest first; withdrawn and rejected items are in no plan.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ContentItem>> QueryUpcomingAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 1, IndexText.Of(_clock.Now()), Limit: limit, Continue: next), cancellationToken);

    /// <summary>A client's items, oldest first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ContentItem>> QueryClientAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 2, $"{client}/", $"{client}0", limit, next), cancellationToken);

    /// <summary>A client's items that are planned in a week of its plan, soonest first.</summary>
    /// <param name="week">The week.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ContentItem>> QueryWeekAsync(PlanWeek week, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(week);
        return QueryAsync(new RecordQuery("", 3, $"{week.Plan.Client}/{IndexText.Of(week.Start)}", $"{week.Plan.Client}/{IndexText.Of(week.End)}", limit, next), cancellationToken);
    }

    /// <summary>What happened to an item, oldest first.</summary>
    /// <param name="id">The item.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<AuditEvent>> QueryHistoryAsync(ContentItemId id, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => t.QueryAuditAsync(new AuditQuery(id.Value, Limit: limit, Continue: next), cancellationToken), cancellationToken);

    private async ValueTask<PagedResult<ContentItem>> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(ContentRecords.Items, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(i => i.Value)], page.Next);
    }

    private ValueTask<ContentItem> ExecuteAsync(ContentItemId id, ContentCommand command, Actor actor, CancellationToken cancellationToken, int? basedOn = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(ContentRecords.Items, id.Value, cancellationToken).ConfigureAwait(false);
            if (basedOn is { } seen && seen != stored.Value.Revision)
            {
                throw new ConcurrencyConflictException("content revision", id.Value, seen);
            }

            return await _content.ExecuteAsync(transaction, stored, command, actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }
}
