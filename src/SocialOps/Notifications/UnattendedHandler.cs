using System.Text;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Notifications;

/// <summary>Rings the last resort, after the commit that made it necessary, until it has been rung.</summary>
internal sealed class UnattendedHandler(IStore store, IUnattendedSink sink) : IExternalHandler
{
    public const string WorkKind = "unattended";

    public string Kind => WorkKind;

    public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken)
    {
        await sink.RingAsync(work.Item.Tenant, work.Item.SubjectId, Encoding.UTF8.GetString(work.Item.Payload.Span), work.Deadline).ConfigureAwait(false);
        await store.WriteAsync(work.Item.Tenant, t => t.FinishAsync(work.Item.Lease, WorkOutcome.Done, cancellationToken), cancellationToken).ConfigureAwait(false);
    }
}
