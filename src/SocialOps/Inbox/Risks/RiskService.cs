using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>The risks of waiting that clients have signed (requirement 2.13). Thread-safe.</summary>
public sealed class RiskService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly CaseUnit _cases;
    private readonly IIdGenerator _ids;

    internal RiskService(TenantId tenant, IStore store, EngineClock clock, CaseUnit cases, IIdGenerator ids) => (Tenant, _store, _clock, _cases, _ids) = (tenant, store, clock, cases, ids);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Records what a contact at the client has signed.</summary>
    /// <param name="client">Whose risk it is.</param>
    /// <param name="actor">Who records it: a person of the agency or the contact.</param>
    /// <param name="signedBy">The contact's id at the client.</param>
    /// <param name="text">What was signed, word by word.</param>
    /// <param name="categories">For which categories; at least one.</param>
    /// <param name="maxSeverity">Up to which severity, inclusive.</param>
    /// <param name="maxLevel">Up to which wave level, inclusive.</param>
    /// <param name="validUntil">The end, exclusive; <see langword="null"/> for until it is revoked.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    /// <exception cref="InvalidTransitionException">The actor is a program, or the client has no such contact.</exception>
    public ValueTask<RiskAcceptance> SignAsync(
        ClientId client,
        Actor actor,
        string signedBy,
        string text,
        IReadOnlyList<Category> categories,
        Severity maxSeverity = Severity.Low,
        WaveLevel maxLevel = WaveLevel.SingleCriticism,
        Instant? validUntil = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(signedBy);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentOutOfRangeException.ThrowIfZero(categories.Count, nameof(categories));
        var id = new RiskAcceptanceId(_ids.NewId());
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var terms = await _cases.TermsAsync(transaction, client, null, cancellationToken).ConfigureAwait(false);
            CaseActor.RecipientOf(actor, terms);
            CaseActor.RequireKnown(new Recipient.OfClient(client, signedBy), terms);
            var acceptance = new RiskAcceptance
            {
                Id = id,
                Client = client,
                Categories = [.. categories.Distinct()],
                MaxSeverity = maxSeverity,
                MaxLevel = maxLevel,
                SignedBy = signedBy,
                Text = text,
                SignedAt = _clock.Now(),
                RecordedBy = actor,
                ValidUntil = validUntil,
            };
            await transaction.PutAsync(InboxRecords.Risks, acceptance, 0, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(acceptance.SignedAt, actor, "risk.signed", id.Value, $"{signedBy} of {client}, for {string.Join(", ", acceptance.Categories)}: {text}"), cancellationToken).ConfigureAwait(false);
            return acceptance;
        }, cancellationToken);
    }

    /// <summary>The client takes the risk no longer: nothing is deferred under it any more, and what was comes back at once.</summary>
    /// <param name="id">The acceptance.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>How many cases came back.</returns>
    /// <exception cref="NotFoundException">There is no such acceptance.</exception>
    /// <exception cref="InvalidTransitionException">It was revoked before, or the actor is a program.</exception>
    public ValueTask<int> RevokeAsync(RiskAcceptanceId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Risks, id.Value, cancellationToken).ConfigureAwait(false);
            CaseActor.RecipientOf(actor, await _cases.TermsAsync(transaction, stored.Value.Client, null, cancellationToken).ConfigureAwait(false));
            if (stored.Value.RevokedAt is { } before)
            {
                throw new InvalidTransitionException($"Risk acceptance {id}", $"was revoked at {before}.");
            }

            var now = _clock.Now();
            await transaction.PutAsync(InboxRecords.Risks, stored.Value with { RevokedAt = now }, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "risk.revoked", id.Value, reason), cancellationToken).ConfigureAwait(false);
            return await ReturnAsync(transaction, stored.Value, actor, reason, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>A client's acceptances, the oldest first, revoked ones too.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<RiskAcceptance>> QueryAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var query = new RecordQuery("", 1, $"{client}/", $"{client}0", limit, next);
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(InboxRecords.Risks, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(r => r.Value)], page.Next);
    }

    private async ValueTask<int> ReturnAsync(IStoreTransaction transaction, RiskAcceptance acceptance, Actor actor, string reason, Instant now, CancellationToken cancellationToken)
    {
        var (count, next) = (0, (string?)null);
        do
        {
            var page = await transaction.QueryAsync(InboxRecords.Cases, new RecordQuery("", 4, $"{acceptance.Client}/", $"{acceptance.Client}0", 1_000, next), cancellationToken).ConfigureAwait(false);
            foreach (var deferred in page.Items.Where(c => c.Value.Deferral?.Accepted.Id == acceptance.Id))
            {
                await _cases.ExecuteAsync(transaction, deferred, new CaseCommand.RevokeDeferral(reason), actor, now, cancellationToken).ConfigureAwait(false);
                count++;
            }

            next = page.Next;
        }
        while (next is not null);
        return count;
    }
}
