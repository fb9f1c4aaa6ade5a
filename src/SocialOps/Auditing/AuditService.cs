using NodaTime;
using SocialOps.Auditing.Chain;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Auditing;

/// <summary>What happened, who did it and why; and proof that nobody has changed it since (reliability c.5). Thread-safe.</summary>
public sealed class AuditService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly IReadOnlyList<IAuditAnchor> _anchors;

    internal AuditService(TenantId tenant, IStore store, EngineClock clock, IReadOnlyList<IAuditAnchor> anchors) => (Tenant, _store, _clock, _anchors) = (tenant, store, clock, anchors);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>One page of audit events.</summary>
    public ValueTask<PagedResult<AuditEvent>> QueryAsync(AuditQuery query, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => t.QueryAuditAsync(query, cancellationToken), cancellationToken);

    /// <summary>When the latest event happened: the clock never counts from before it again (reliability F4); <see langword="null"/> before the first event.</summary>
    public async ValueTask<Instant?> FindHighWaterMarkAsync(CancellationToken cancellationToken = default)
        => (await QueryAsync(new AuditQuery(Limit: 1, Descending: true), cancellationToken).ConfigureAwait(false)).Items is [var last, ..] ? last.At : null;

    /// <summary>
    /// Seals the events that were appended since the last sealing: each one's hash covers it and all before it. The hosted worker does it every five seconds for each tenant that had work; a host that turns
    /// <see cref="IWorkPump"/> itself calls it. Two at once do no harm: one of them has nothing left to do. Every <see cref="IAuditAnchor"/> then hears of the new head.
    /// </summary>
    /// <returns>How far the chain is sealed.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    /// <exception cref="InvalidDataException">An event is missing: nothing is sealed over a gap.</exception>
    public async ValueTask<AuditHead> SealAsync(CancellationToken cancellationToken = default)
    {
        var (before, _) = await _store.ReadAsync(Tenant, t => AuditSealer.HeadAsync(t, cancellationToken), cancellationToken).ConfigureAwait(false);
        var (head, isMoreLeft) = (before, true);
        while (isMoreLeft)
        {
            try
            {
                (head, isMoreLeft) = await _store.WriteAsync(Tenant, t => AuditSealer.SealAsync(t, _clock.Now(), cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException)
            {
                // Somebody else has sealed these; go on after them.
            }
        }

        foreach (var anchor in head.Sequence > before.Sequence ? _anchors : [])
        {
            await anchor.AnchorAsync(Tenant, head, cancellationToken).ConfigureAwait(false);
        }

        return head;
    }

    /// <summary>
    /// Reads all events and seals once, in one read-only transaction, and compares them. It finds an event that was changed, left out, put in or moved, and names the first. Whoever can write the database can also write seals anew or
    /// cut off the end of both: only an <paramref name="anchor"/> from elsewhere shows that.
    /// </summary>
    /// <param name="anchor">A head of this tenant that was kept outside of the database.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ArgumentException">The anchor's hash is not 64 hexadecimal digits, or its number is negative.</exception>
    public ValueTask<AuditVerification> VerifyAsync(AuditHead? anchor = null, CancellationToken cancellationToken = default)
    {
        if (anchor is not null && (anchor.Sequence < 0 || anchor.Hash is not { Length: 64 } || !anchor.Hash.All(char.IsAsciiHexDigit)))
        {
            throw new ArgumentException($"'{anchor.Sequence} {anchor.Hash}' is no head of an audit chain: a number from 0 up and 64 hexadecimal digits, as SealAsync and IAuditAnchor give them.", nameof(anchor));
        }

        return _store.ReadAsync(Tenant, VerifyAsync, cancellationToken);

        async ValueTask<AuditVerification> VerifyAsync(IStoreTransaction transaction)
        {
            using var verifier = new AuditVerifier(transaction, anchor);
            return await verifier.VerifyAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Writes the sealed events as lines of JSON in UTF-8: a first line with the format and the tenant, then each event with its hash, then the head. <see cref="AuditExport.VerifyAsync"/> checks such a text without any database.
    /// Details name people of the agency: hand it out with care.
    /// </summary>
    /// <param name="target">Where to; it is not closed.</param>
    /// <param name="cancellationToken">Stops writing; what is written then is no whole export.</param>
    /// <returns>The head that stands in its last line.</returns>
    /// <exception cref="InvalidDataException">An event is missing.</exception>
    public ValueTask<AuditHead> ExportAsync(Stream target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _store.ReadAsync(Tenant, t => AuditExport.WriteAsync(t, target, _clock.Now(), cancellationToken), cancellationToken);
    }
}
