using SocialOps.Channels;

namespace SocialOps.KillWorker;

/// <summary>Around the network: before the send, between the send and its outcome, and around the look.</summary>
internal sealed class FailpointPublisher(IPublisher inner) : IPublisher
{
    public string Network => inner.Network;

    public PublishCapabilities Capabilities => Bug.Is("resends blindly") ? inner.Capabilities with { Idempotency = PublishIdempotency.ClientChosenId, Lookup = PublishLookup.ByMarker } : inner.Capabilities;

    public async ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("send.before");
        var result = await inner.PublishAsync(request, cancellationToken);
        Failpoint.Hit("send.after");
        return Bug.Is("timeout is not sent") && result is PublishResult.OutcomeUnknown unknown ? new PublishResult.NotSent(unknown.Evidence) : result;
    }

    public async ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        Failpoint.Hit("look.before");
        var found = Bug.Is("resends blindly") ? null : await inner.LookUpAsync(request, cancellationToken);
        Failpoint.Hit("look.after");
        return found;
    }
}
