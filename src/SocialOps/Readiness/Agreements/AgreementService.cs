using SocialOps.Auditing;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.ServicePackages;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Readiness.Agreements;

/// <summary>Quotes, their acceptance, and agreements that are lived. Thread-safe. Every command is one transaction with its audit events.</summary>
public sealed class AgreementService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;
    private readonly ReadinessUnit _readiness;
    private readonly IIdGenerator _ids;
    private readonly WorkSignal _signal;

    internal AgreementService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots, ReadinessUnit readiness, IIdGenerator ids, WorkSignal signal)
        => (Tenant, _store, _clock, _snapshots, _readiness, _ids, _signal) = (tenant, store, clock, snapshots, readiness, ids, signal);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Offers something to a client: the first quote of a new agreement, or the next of the one that has not ended. The very same terms again write nothing.</summary>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    /// <exception cref="InvalidTransitionException">The actor is no person, or something has no words.</exception>
    public ValueTask<Agreement> QuoteAsync(ClientId client, QuoteTerms terms, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            await ClientAsync(t, client, cancellationToken).ConfigureAwait(false);
            var known = await ReadinessUnit.FindAgreementAsync(t, client, cancellationToken).ConfigureAwait(false);
            var stored = known is null ? null : await t.GetAsync(AgreementRecords.Agreements, known.Id.Value, cancellationToken).ConfigureAwait(false);
            var next = AgreementDecision.Quote(stored?.Value, known?.Id ?? new(_ids.NewId()), client, terms, actor, _clock.Now());
            return next == stored?.Value ? next : await CommitAsync(t, stored?.Version ?? 0, next, actor, "agreement.quoted", $"Quote {next.Quotes.Count} of package '{terms.Package.Id}' for {terms.Price}, hash {next.Quotes[^1].Hash}.", cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>Records that a client accepted a quote by mail (requirement 0.19).</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="hash">The hash of the quote that was sent and that the mail answers.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="actor">Who records it: a person of the agency.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such agreement.</exception>
    /// <exception cref="InvalidTransitionException">No quote has the hash, a later one replaced it, it is accepted already or was no longer valid, the sender is no contact of the client, or the mail was used before.</exception>
    public ValueTask<Agreement> AcceptAsync(AgreementId id, string hash, QuoteMail mail, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hash);
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentException.ThrowIfNullOrWhiteSpace(mail.MessageId, nameof(mail));
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var stored = await t.GetAsync(AgreementRecords.Agreements, id.Value, cancellationToken).ConfigureAwait(false);
            var (agency, client) = await ClientAsync(t, stored.Value.Client, cancellationToken).ConfigureAwait(false);
            if (await t.FindAsync(AgreementRecords.Mails, QuoteMail.KeyOf(mail.MessageId), cancellationToken).ConfigureAwait(false) is { } used)
            {
                throw new InvalidTransitionException($"Agreement {id}", $"mail {mail.MessageId} has accepted quote {used.Value.Quote} of agreement {used.Value.Agreement} already. A mail accepts once.");
            }

            var next = AgreementDecision.Accept(stored.Value, hash, mail, client, agency.DateFor(client, mail.SentAt), actor, _clock.Now());
            var accepted = next.Acceptances[^1];
            await t.PutAsync(AgreementRecords.Mails, new(mail.MessageId, id, accepted.Quote), 0, cancellationToken).ConfigureAwait(false);
            return await CommitAsync(t, stored.Version, next, actor, "agreement.accepted", $"Quote {accepted.Quote} (hash {accepted.Hash}) by {accepted.Contact}, mail {accepted.MessageId} of {accepted.SentAt}, SHA-256 {accepted.MailHash}.", cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>What was accepted last is lived from now on, content can be approved as was agreed, and posts that waited for it go on. Refused while a check of readiness fails.</summary>
    /// <exception cref="NotFoundException">There is no such agreement.</exception>
    /// <exception cref="NotReadyException">A check fails: all of them, each with its remedy.</exception>
    /// <exception cref="InvalidTransitionException">It has ended, or nobody has accepted it.</exception>
    public async ValueTask<Agreement> ActivateAsync(AgreementId id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var active = await _store.WriteAsync(Tenant, async t =>
        {
            var (stored, now) = (await t.GetAsync(AgreementRecords.Agreements, id.Value, cancellationToken).ConfigureAwait(false), _clock.Now());
            var report = await _readiness.CheckAsync(t, stored.Value.Client, now, null, cancellationToken).ConfigureAwait(false);
            var next = AgreementDecision.Activate(stored.Value, report, actor, now);
            var (agency, client) = await ClientAsync(t, next.Client, cancellationToken).ConfigureAwait(false);
            await AgreementHolds.GoOnAsync(t, client.Id, actor, now, cancellationToken).ConfigureAwait(false);
            await ApprovalSetup.ArrangeAsync(t, agency, client, actor, now, cancellationToken).ConfigureAwait(false);
            var warnings = report.Results.Count(r => r.Verdict == ReadinessVerdict.Warning);
            return await CommitAsync(t, stored.Version, next, actor, "agreement.activated", $"Quote {next.ActiveQuote}; every check passed, {warnings} warning(s), coverage proved to {report.Horizon}.", cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return active;
    }

    /// <summary>It is over.</summary>
    /// <exception cref="NotFoundException">There is no such agreement.</exception>
    /// <exception cref="InvalidTransitionException">It has ended already.</exception>
    public ValueTask<Agreement> EndAsync(AgreementId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async t =>
        {
            var stored = await t.GetAsync(AgreementRecords.Agreements, id.Value, cancellationToken).ConfigureAwait(false);
            return await CommitAsync(t, stored.Version, AgreementDecision.End(stored.Value, reason, actor, _clock.Now()), actor, "agreement.ended", reason, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>The client's latest agreement that has not ended, or <see langword="null"/>.</summary>
    public ValueTask<Agreement?> FindAsync(ClientId client, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => ReadinessUnit.FindAgreementAsync(t, client, cancellationToken), cancellationToken);

    /// <summary>Writes down that something was done as goodwill and counts it (requirement 0.5): never refused, warned about.</summary>
    /// <param name="client">The client.</param>
    /// <param name="use">What was done, and on which day.</param>
    /// <param name="note">What exactly, for people.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>The count of its period with a warning, or <see langword="null"/> where the package knows no goodwill for it.</returns>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    public ValueTask<GoodwillCount?> UseGoodwillAsync(ClientId client, GoodwillUse use, string note, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var (agency, definition) = await ClientAsync(t, client, cancellationToken).ConfigureAwait(false);
            var entry = new GoodwillEntry(_ids.NewId(), client, use, note, actor);
            await t.PutAsync(AgreementRecords.Goodwill, entry, 0, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(_clock.Now(), actor, "goodwill.used", client.Value, $"{use.Activity} on {use.On:uuuu-MM-dd}: {note}"), cancellationToken).ConfigureAwait(false);
            var page = await t.QueryAsync(AgreementRecords.Goodwill, new RecordQuery("", 1, $"{client}/{use.On.PlusMonths(-3):uuuu-MM-dd}", $"{client}0", 1000), cancellationToken).ConfigureAwait(false);
            var allowance = agency.GetPackage(definition.Agreement.Package).Entitlements.FirstOrDefault(e => e.Class == ServiceClass.Goodwill && e.Activity.Value == use.Activity)?.Allowance;
            return allowance?.Count(page.Items.Select(g => g.Value.Use), use.On);
        }, cancellationToken);
    }

    private async ValueTask<(AgencySnapshot Agency, ClientDefinition Client)> ClientAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
    {
        var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        return (agency, agency.FindClient(client) ?? throw new NotFoundException("client", client.Value));
    }

    private async ValueTask<Agreement> CommitAsync(IStoreTransaction transaction, long version, Agreement next, Actor actor, string action, string detail, CancellationToken cancellationToken)
    {
        await transaction.PutAsync(AgreementRecords.Agreements, next, version, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, action, next.Id.Value, detail), cancellationToken).ConfigureAwait(false);
        return next;
    }
}
