using NodaTime;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Time;
using SocialOps.Work;

namespace SocialOps.Privacy;

/// <summary>The people who write to clients: their history over all networks, and what they may ask for (requirement 2.20). Thread-safe.</summary>
public sealed class CustomerService
{
    /// <summary>How many of the latest items <see cref="ReadInsightsAsync"/> looks at.</summary>
    public const int MostItems = 5_000;

    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;
    private readonly IIdGenerator _ids;

    private readonly ErasureUnit _erasure;
    private readonly ErasureJournal _journal;

    internal CustomerService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots, ErasureUnit erasure, ErasureJournal journal, IIdGenerator ids)
    {
        (Tenant, _store, _clock, _snapshots, _erasure, _journal, _ids) = (tenant, store, clock, snapshots, erasure, journal, ids);
        Holds = new(tenant, store, clock, snapshots);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>What may not be erased yet.</summary>
    public LegalHoldService Holds { get; }

    /// <summary>What a customer wrote over all their handles, the case of each and what was answered; in the order of arrival.</summary>
    /// <param name="handle">One of their handles.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<CustomerContact>> QueryHistoryAsync(CustomerHandle handle, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var of = handle.Checked();
        return _store.ReadAsync(Tenant, async transaction =>
        {
            var handles = await CustomerRecords.AllOfAsync(transaction, of, cancellationToken).ConfigureAwait(false);
            var page = await CustomerReading.ItemsAsync(transaction, handles, limit, next, descending: false, cancellationToken).ConfigureAwait(false);
            var contacts = new List<CustomerContact>(page.Items.Count);
            foreach (var item in page.Items)
            {
                contacts.Add(await CustomerReading.ContactAsync(transaction, item, cancellationToken).ConfigureAwait(false));
            }

            return new PagedResult<CustomerContact>(contacts, page.Next);
        }, cancellationToken);
    }

    /// <summary>What a customer's history shows, over all their handles: the latest <see cref="MostItems"/> items. Usual hours are read on the clock of the agency's first person.</summary>
    /// <param name="handle">One of their handles.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<CustomerInsights> ReadInsightsAsync(CustomerHandle handle, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var of = handle.Checked();
        return _store.ReadAsync(Tenant, async transaction =>
        {
            var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
            var zone = agency.Definition.People is [var first, ..] && TimeZones.Find(first.Zone) is { } known ? known : DateTimeZone.Utc;
            var handles = await CustomerRecords.AllOfAsync(transaction, of, cancellationToken).ConfigureAwait(false);
            var (items, next) = (new List<InboundItem>(), (string?)null);
            do
            {
                var page = await CustomerReading.ItemsAsync(transaction, handles, 1_000, next, descending: true, cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items);
                next = page.Next;
            }
            while (next is not null && items.Count < MostItems);
            var cases = new List<Case>();
            foreach (var id in items.Select(i => i.Case).Distinct())
            {
                cases.Add((await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false)).Value);
            }

            return CustomerInsights.Of(items, cases, zone) with { IsPartial = next is not null };
        }, cancellationToken);
    }

    /// <summary>The linked customer to whom a handle belongs, or <see langword="null"/> where nobody has linked it.</summary>
    public ValueTask<Customer?> FindAsync(CustomerHandle handle, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var of = handle.Checked();
        return _store.ReadAsync(Tenant, async transaction =>
            await transaction.FindAsync(CustomerRecords.Handles, of.Key, cancellationToken).ConfigureAwait(false) is { } linked
                ? await CustomerLinks.ReadAsync(transaction, linked.Value.Customer, cancellationToken).ConfigureAwait(false)
                : null, cancellationToken);
    }

    /// <summary>A person of the agency says that two handles are the same customer. Where both are linked already, everything of the second joins the first.</summary>
    /// <param name="first">A handle.</param>
    /// <param name="second">Another one of the same client.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidTransitionException">The actor is no person of the agency, the handles are of two clients, are the same one, or would be more than fifty.</exception>
    public ValueTask<Customer> LinkAsync(CustomerHandle first, CustomerHandle second, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(actor);
        var (one, two, id) = (first.Checked(), second.Checked(), new CustomerId(_ids.NewId()));
        return _store.WriteAsync(Tenant, async transaction =>
        {
            await PrivacyActor.RequireAsync(transaction, _snapshots, actor, cancellationToken).ConfigureAwait(false);
            return await CustomerLinks.LinkAsync(transaction, one, two, id, actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>A person of the agency says that a handle is somebody else after all. A customer of whom one handle is left is none any more.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidTransitionException">The handle is not linked, or the actor is no person of the agency.</exception>
    public ValueTask UnlinkAsync(CustomerHandle handle, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        ArgumentNullException.ThrowIfNull(actor);
        var of = handle.Checked();
        return _store.WriteAsync(Tenant, async transaction =>
        {
            await PrivacyActor.RequireAsync(transaction, _snapshots, actor, cancellationToken).ConfigureAwait(false);
            await CustomerLinks.UnlinkAsync(transaction, of, actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>Everything that is held about a customer over all their handles (GDPR Art. 15, 20). It is audited, without the customer.</summary>
    /// <param name="handle">One of their handles.</param>
    /// <param name="actor">Who hands it out: a person of the agency.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidTransitionException">The actor is no person of the agency.</exception>
    public ValueTask<CustomerExport> ExportAsync(CustomerHandle handle, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        ArgumentNullException.ThrowIfNull(actor);
        var (of, id) = (handle.Checked(), _ids.NewId());
        return _store.WriteAsync(Tenant, async transaction =>
        {
            await PrivacyActor.RequireAsync(transaction, _snapshots, actor, cancellationToken).ConfigureAwait(false);
            var handles = await CustomerRecords.AllOfAsync(transaction, of, cancellationToken).ConfigureAwait(false);
            var export = await CustomerExporting.ReadAsync(transaction, handles, _clock.Now(), cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(export.ExportedAt, actor, "customer.exported", id, $"{export.Items.Count} item(s) of {handles.Count} handle(s) of {of.Client}."), cancellationToken).ConfigureAwait(false);
            return export;
        }, cancellationToken);
    }

    /// <summary>
    /// Erases what is held about a customer over all their handles (GDPR Art. 17): items, the bytes that showed them, what cases, notices, replies, proposals, evidence and incidents quote of them.
    /// Counts, categories and clocks stay. What is shown again of an erased item is not taken in. An open case closes as <see cref="CloseReason.Erased"/>, or goes on with others who wrote in it.
    /// </summary>
    /// <param name="handle">One of their handles.</param>
    /// <param name="actor">Who decides: a person of the agency.</param>
    /// <param name="cancellationToken">Stops between two batches; ask again to go on.</param>
    /// <returns>What was erased, and which cases had to stay: under a <see cref="LegalHold"/>, or with something on its way to the network.</returns>
    /// <exception cref="InvalidTransitionException">The actor is no person of the agency.</exception>
    /// <exception cref="StoreUnavailableException">The rows are erased, but the store's log could not be emptied: ask again.</exception>
    public async ValueTask<ErasureReport> EraseAsync(CustomerHandle handle, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        ArgumentNullException.ThrowIfNull(actor);
        var of = handle.Checked();
        var handles = await _store.ReadAsync(Tenant, async transaction =>
        {
            await PrivacyActor.RequireAsync(transaction, _snapshots, actor, cancellationToken).ConfigureAwait(false);
            return await CustomerRecords.AllOfAsync(transaction, of, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        var erasure = _ids.NewId();
        await _journal.AppendAsync(Tenant, erasure, handles, _clock.Now(), cancellationToken).ConfigureAwait(false);
        return await new CustomerErasing(Tenant, _store, _clock, _erasure, erasure, actor).RunAsync(handles, cancellationToken).ConfigureAwait(false);
    }
}
