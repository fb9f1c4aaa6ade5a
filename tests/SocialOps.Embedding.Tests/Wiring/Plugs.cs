using Microsoft.Extensions.Options;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Notifications;

namespace SocialOps.Embedding.Tests.Wiring;

/// <summary>Connectors and channels as hosts write them.</summary>
internal abstract class Plug(string network) : IPublisher
{
    public string Network => network;

    public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.None, PublishLookup.None, Duration.Zero);

    public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) => new(new PublishResult.Published(request.IdempotencyKey));

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => new((PublishResult.Published?)null);
}

internal sealed class XConnector() : Plug("x");

internal sealed class OtherXConnector() : Plug("X");

internal sealed class MailboxConnector() : Plug("mailbox");

internal sealed record Token(string Value);

#pragma warning disable CS9113 // They stand for what a connector needs.
internal sealed class NeedyConnector(Token token, Uri place) : Plug("x");
#pragma warning restore CS9113

internal sealed class PlaceOptions
{
    public string Folder { get; set; } = "";
}

internal sealed class PlaceConnector(IOptions<PlaceOptions> options) : Plug("x")
{
    public string Folder { get; } = options.Value.Folder;
}

internal sealed class Phone : INotificationChannel
{
    public string Kind => "phone";

    public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default) => new(NotificationResult.HandedOver);
}

internal sealed class OtherPhone : INotificationChannel
{
    public string Kind => "phone";

    public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default) => new(NotificationResult.HandedOver);
}

internal sealed class Bell : IUnattendedSink
{
    public ValueTask RingAsync(TenantId tenant, string subjectId, string reason, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
