namespace SocialOps.Auditing;

/// <summary>
/// Keeps the heads of the audit chains outside of the database: in a file, a mail, a time stamping service. Without one, whoever owns the database can rewrite the whole chain or cut off its end unseen; with one,
/// <see cref="AuditService.VerifyAsync"/> finds it. Register it with the services; thread-safe.
/// </summary>
public interface IAuditAnchor
{
    /// <summary>Called after each sealing, at least once for the last head of a burst. What it throws stops nothing: the next head stands for all before it.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="head">How far its chain is sealed now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask AnchorAsync(TenantId tenant, AuditHead head, CancellationToken cancellationToken = default);
}
