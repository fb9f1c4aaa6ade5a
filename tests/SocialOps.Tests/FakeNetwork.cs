using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Tests;

/// <summary>A network that remembers its posts and answers as told.</summary>
internal sealed class FakeNetwork : IPublisher
{
    public string Network => "*";

    public PublishCapabilities Capabilities { get; set; } = new(PublishIdempotency.None, PublishLookup.ByMarker, Duration.FromMinutes(1));

    public List<PublishRequest> Posts { get; } = [];

    public int Requests { get; private set; }

    /// <summary>What is answered instead of publishing; the request may have been accepted all the same.</summary>
    public Func<PublishRequest, (bool Accepts, PublishResult? Answer)>? Fault { get; set; }

    public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        lock (Posts)
        {
            Requests++;
            var (accepts, answer) = Fault?.Invoke(request) ?? (true, null);
            if (accepts)
            {
                Posts.Add(request);
            }

            return new(answer ?? new PublishResult.Published(request.IdempotencyKey));
        }
    }

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        lock (Posts)
        {
            return new(Posts.Exists(p => p.IdempotencyKey == request.IdempotencyKey) ? new PublishResult.Published(request.IdempotencyKey) : null);
        }
    }
}
