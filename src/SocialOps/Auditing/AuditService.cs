using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Auditing;

/// <summary>What happened, who did it and why. Thread-safe.</summary>
public sealed class AuditService
{
    private readonly IStore _store;

    internal AuditService(TenantId tenant, IStore store) => (Tenant, _store) = (tenant, store);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>One page of audit events.</summary>
    public ValueTask<PagedResult<AuditEvent>> QueryAsync(AuditQuery query, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => t.QueryAuditAsync(query, cancellationToken), cancellationToken);

    /// <summary>When the latest event happened: the clock never counts from before it again (reliability F4); <see langword="null"/> before the first event.</summary>
    public async ValueTask<Instant?> FindHighWaterMarkAsync(CancellationToken cancellationToken = default)
        => (await QueryAsync(new AuditQuery(Limit: 1, Descending: true), cancellationToken).ConfigureAwait(false)).Items is [var last, ..] ? last.At : null;
}
