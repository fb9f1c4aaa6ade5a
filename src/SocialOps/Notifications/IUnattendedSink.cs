namespace SocialOps.Notifications;

/// <summary>The last resort: nobody at all can be told. By default a critical log entry; a host may ring a bell. Thread-safe.</summary>
public interface IUnattendedSink
{
    /// <summary>Somebody must look at this now.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subjectId">What nobody attends to.</param>
    /// <param name="reason">Why nobody could be told.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask RingAsync(TenantId tenant, string subjectId, string reason, CancellationToken cancellationToken = default);
}
