using SocialOps.Work;

namespace SocialOps.Notifications;

/// <summary>Rings the last resort for a row that keeps failing.</summary>
internal sealed class StuckWorkBell(IUnattendedSink sink) : IStuckWork
{
    public ValueTask TellAsync(WorkItem work, string error, CancellationToken cancellationToken)
        => sink.RingAsync(work.Tenant, work.SubjectId, $"{work.Kind} has failed {work.Attempt} times and is tried again: {error}", cancellationToken);
}
