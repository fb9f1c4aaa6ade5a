using NodaTime;
using SocialOps.Channels;
using SocialOps.Publishing;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World;

/// <summary>What the network has of ours, and how it behaves in this history.</summary>
internal sealed class SimulatedNetwork
{
    public static readonly Duration MaxLateAcceptance = Duration.FromMinutes(1);
    private readonly History _history;
    private readonly List<(Instant At, PublishRequest Request)> _late = [];

    public SimulatedNetwork(History history)
    {
        _history = history;
        Capabilities = history.Random.Below(20) switch
        {
            < 11 => new(PublishIdempotency.None, PublishLookup.ByMarker, MaxLateAcceptance),
            < 14 => new(PublishIdempotency.None, PublishLookup.None, MaxLateAcceptance),
            < 17 => new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, MaxLateAcceptance),
            _ => new(PublishIdempotency.ClientKey, PublishLookup.ByMarker, MaxLateAcceptance),
        };
    }

    public PublishCapabilities Capabilities { get; }

    /// <summary>The posts in the order in which they appeared.</summary>
    public List<PublishRequest> Posts { get; } = [];

    public bool HasLate => _late.Count > 0;

    public int Duplicates => Posts.Count - Posts.DistinctBy(p => p.IdempotencyKey).Count();

    public PublishResult.Published? Find(string key) => Posts.FindIndex(p => p.IdempotencyKey == key) is >= 0 and var at ? new($"post-{at}") : null;

    /// <summary>A post appears.</summary>
    public PublishResult.Published Accept(PublishRequest request)
    {
        if (Capabilities.Idempotency != PublishIdempotency.None && Find(request.IdempotencyKey) is { } known)
        {
            return known;
        }

        Posts.Add(request);
        _history.Log("network", $"post-{Posts.Count - 1} appears: {request.IdempotencyKey[..6]} \"{request.Text}\" in reply to {request.InReplyTo}");
        if (Duplicates > 0)
        {
            _history.Violate($"I3: {request.IdempotencyKey[..6]} was posted twice.");
        }

        return new($"post-{Posts.Count - 1}");
    }

    /// <summary>A request is accepted later than anybody waits.</summary>
    public void AcceptLater(PublishRequest request, Duration after) => _late.Add((_history.Time.Now + after, request));

    /// <summary>What was accepted late appears.</summary>
    public void Appear()
    {
        foreach (var late in _late.Where(l => l.At <= _history.Time.Now).ToList())
        {
            _late.Remove(late);
            Accept(late.Request);
        }
    }

    /// <summary>I5, from outside: at the instant of the call the attempt is committed, over exactly these bytes.</summary>
    public void CheckAttempt(PublishRequest request)
    {
        var known = _history.All(PublicationRecords.Publications).FirstOrDefault(p => p.IdempotencyKey == request.IdempotencyKey);
        if (known is not { State: PublicationState.Sending, Attempt: >= 1 } || known.Text != request.Text)
        {
            _history.Violate($"I5: {request.IdempotencyKey[..6]} leaves while its publication is {known?.State.ToString() ?? "not there"}, attempt {known?.Attempt}.");
        }

        foreach (var area in _history.Areas)
        {
            area.SeeRequest(request);
        }
    }
}
