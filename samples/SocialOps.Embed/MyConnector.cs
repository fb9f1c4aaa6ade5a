using NodaTime;
using SocialOps.Channels;

/// <summary>Stands for a real network: it writes to the log what it would send.</summary>
internal sealed class MyConnector(ILogger<MyConnector> log) : IPublisher
{
    public string Network => "*";

    public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.None, PublishLookup.None, Duration.Zero);

    public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        log.LogInformation("{Network} {Account}: {Text}", request.Network, request.Account, request.Text);
        return new(new PublishResult.Published(request.IdempotencyKey));
    }

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => new((PublishResult.Published?)null);
}
