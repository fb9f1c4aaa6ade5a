using NodaTime;
using SocialOps.Channels;
using SocialOps.Notifications;
using SocialOps.Responses;

namespace SocialOps.Embedding.Tests.Telemetry;

/// <summary>A connector as they are found: its exceptions repeat the request, body and token.</summary>
internal sealed class LeakyConnector : IPublisher, IMetricsSource, IEditor, IRetractor, IModerator
{
    public const string Token = "CANARY-token";

    public string Network => "*";

    public int Failures { get; set; }

    public List<string> Sent { get; } = [];

    public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.None, PublishLookup.ByMarker, Duration.FromMinutes(1));

    public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        if (Failures-- > 0)
        {
            throw Leak(request.Text);
        }

        Sent.Add(request.Text);
        return new(new PublishResult.Published(request.IdempotencyKey));
    }

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => throw Leak(request.Text);

    public ValueTask<PostMetrics?> ReadAsync(ChannelAccountId account, string externalId, CancellationToken cancellationToken = default) => throw Leak(externalId);

    public ValueTask EditAsync(PublishRequest request, string externalId, CancellationToken cancellationToken = default) => throw Leak(request.Text);

    public ValueTask RetractAsync(ChannelAccountId account, string externalId, CancellationToken cancellationToken = default) => throw Leak(externalId);

    public ValueTask ModerateAsync(ModerationRequest request, CancellationToken cancellationToken = default) => throw Leak(request.Author);

    public static InvalidOperationException Leak(string body)
        => new($"POST Authorization: Bearer {Token} {body}", new HttpRequestException($"Bearer {Token}", null, System.Net.HttpStatusCode.Unauthorized)) { Data = { ["body"] = body } };
}

/// <summary>A mail server that repeats what it was given.</summary>
internal sealed class LeakyMail : INotificationChannel
{
    public string Kind => "*";

    private int _failures = 3;

    public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
        => _failures-- <= 0 ? new(NotificationResult.HandedOver) : throw new InvalidOperationException($"550 {notification.Address?.Address}: {string.Join(' ', notification.Notices.Select(n => n.Text))}");
}

/// <summary>A classifier that fails on some texts and says on which.</summary>
internal sealed class LeakyClassifier : IItemClassifier
{
    public string Name => "leaky";

    public string Version => "1";

    public ClassifierAnswer Classify(string text, ItemFacts facts) => text.Contains("unlesbar", StringComparison.Ordinal) ? throw LeakyConnector.Leak(text) : LexiconClassifier.Default.Classify(text, facts);
}
