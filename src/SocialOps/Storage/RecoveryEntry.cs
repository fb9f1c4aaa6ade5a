using NodaTime;

namespace SocialOps.Storage;

/// <summary>What must be known although a backup does not know it. It holds no text and no name. Immutable.</summary>
/// <param name="At">When, in whole microseconds.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Subject">The publication's id; or the erasure's id, a blank, and a keyed mark of the handle that nobody can read a name from.</param>
public sealed record RecoveryEntry(Instant At, RecoveryEntryKind Kind, TenantId Tenant, string Subject);

/// <summary>What a restored backup may have forgotten.</summary>
public enum RecoveryEntryKind
{
    /// <summary>An attempt to publish began: the request follows at once.</summary>
    Sent,

    /// <summary>A customer's handle is erased.</summary>
    Erased,
}
