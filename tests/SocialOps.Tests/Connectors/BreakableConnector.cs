using NodaTime;
using SocialOps.Channels;
using SocialOps.Testing.Connectors;

namespace SocialOps.Tests.Connectors;

/// <summary>A sound connector and its network in memory, with a hook at every answer, through which a test plants one bug.</summary>
internal sealed class BreakableConnector(PublishCapabilities capabilities) : ConnectorFixture, IPublisher
{
    private readonly Lock _gate = new();
    private readonly List<(string Key, NetworkPost Post)> _posts = [];
    private readonly List<PublishRequest> _late = [];
    private NetworkFault? _next;

    public Func<PublishRequest, PublishRequest> OnRequest { get; set; } = r => r;

    public Func<NetworkFault?, PublishResult, PublishResult> OnAnswer { get; set; } = (_, result) => result;

    public Func<BreakableConnector, PublishRequest, CancellationToken, ValueTask<PublishResult>> OnPublish { get; set; } = (c, r, t) => c.SendAsync(r, t);

    public Func<BreakableConnector, PublishRequest, PublishResult.Published?> OnLookUp { get; set; } = (c, r) => c.Look(r);

    public bool KeepsKeys { get; set; } = capabilities.Idempotency != PublishIdempotency.None;

    public string Network { get; set; } = "breakable";

    public PublishCapabilities Capabilities { get; set; } = capabilities;

    public override IPublisher Publisher => this;

    /// <summary>The newest post.</summary>
    public NetworkPost? Last => _posts.Count == 0 ? null : _posts[^1].Post;

    public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) => OnPublish(this, OnRequest(request), cancellationToken);

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => new(OnLookUp(this, request));

    public async ValueTask<PublishResult> SendAsync(PublishRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new PublishResult.NotSent("It was cancelled before it left.");
        }

        await Task.Yield();
        var fault = Meet();
        return OnAnswer(fault, fault == NetworkFault.AcceptedWithoutAnswer ? await WaitAsync(request, cancellationToken) : Answer(request, fault));
    }

    public PublishResult.Published? Look(PublishRequest request)
    {
        if (Meet() == NetworkFault.LookUpFails)
        {
            throw new HttpRequestException("The network fails.");
        }

        lock (_gate)
        {
            return _posts.Find(p => p.Key == request.IdempotencyKey) is { Post: { } post } ? new(post.ExternalId) : null;
        }
    }

    public string Accept(PublishRequest request)
    {
        lock (_gate)
        {
            if (KeepsKeys && _posts.Find(p => p.Key == request.IdempotencyKey) is { Post: { } known })
            {
                return known.ExternalId;
            }

            var id = $"post-{_posts.Count + 1}";
            _posts.Add((request.IdempotencyKey, new(id, request.Text, request.InReplyTo)));
            return id;
        }
    }

    public override ValueTask<IReadOnlyList<NetworkPost>> PostsAsync()
    {
        lock (_gate)
        {
            return new([.. _posts.Select(p => p.Post)]);
        }
    }

    public override ValueTask ProvokeAsync(NetworkFault fault)
    {
        lock (_gate)
        {
            _next = fault;
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask SettleAsync()
    {
        lock (_gate)
        {
            _late.ForEach(r => Accept(r));
            _late.Clear();
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private NetworkFault? Meet()
    {
        lock (_gate)
        {
            var fault = _next;
            _next = null;
            return fault;
        }
    }

    private async Task<PublishResult> WaitAsync(PublishRequest request, CancellationToken cancellationToken)
    {
        Accept(request);
        await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        return new PublishResult.OutcomeUnknown("No answer came.");
    }

    private PublishResult Answer(PublishRequest request, NetworkFault? fault)
    {
        switch (fault)
        {
            case null:
                return new PublishResult.Published(Accept(request));
            case NetworkFault.Unreachable:
                return new PublishResult.NotSent("The network cannot be reached.");
            case NetworkFault.RateLimited:
                return new PublishResult.NotSent("Too many requests.", Duration.FromSeconds(30));
            case NetworkFault.TokenExpired:
                return new PublishResult.NotSent("The token has expired.");
            case NetworkFault.Refused:
                return new PublishResult.Rejected("policy", "The network does not want it.");
            case NetworkFault.ResetBeforeAccepting:
                break;
            case NetworkFault.AcceptedLate:
                lock (_gate)
                {
                    _late.Add(request);
                }

                break;
            default:
                Accept(request);
                break;
        }

        return new PublishResult.OutcomeUnknown($"{fault}.");
    }
}
