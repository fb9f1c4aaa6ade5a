using NodaTime;
using SocialOps.Channels;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World;

/// <summary>A process's way to the network.</summary>
internal sealed class NetworkDoor(Process process, SimulatedNetwork network, History history) : IPublisher, IModerator
{
    public string Network => "*";

    public PublishCapabilities Capabilities => network.Capabilities;

    public async ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        network.CheckAttempt(request);
        process.RequestedAt = history.Time.Now;
        await process.StopAsync("request", false).ConfigureAwait(false);
        process.RequestedAt = null;
        if (history.Chance(4))
        {
            await HangAsync(cancellationToken).ConfigureAwait(false);
        }

        var answer = Answer(request);
        history.Log("network", $"answers {request.IdempotencyKey[..6]}: {answer}");
        await process.StopAsync("answer", false).ConfigureAwait(false);
        return answer ?? throw new TimeoutException("no answer");
    }

    public async ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        await process.StopAsync("look", false).ConfigureAwait(false);
        if (history.Chance(10))
        {
            throw new TimeoutException("nobody can look");
        }

        return network.Find(request.IdempotencyKey);
    }

    public async ValueTask ModerateAsync(ModerationRequest request, CancellationToken cancellationToken = default)
    {
        await process.StopAsync("moderate", false).ConfigureAwait(false);
        if (history.Chance(25))
        {
            throw new TimeoutException("no answer");
        }

        history.Log("network", $"{request.Action} of {request.ExternalId} is done");
    }

    /// <summary>Nobody answers; the caller's patience ends it.</summary>
    private async Task HangAsync(CancellationToken patience)
    {
        history.Log("network", "hangs");
        process.StallsUntil = Instant.MaxValue;
        using var end = patience.Register(() => process.StallsUntil = Instant.MinValue);
        await process.StopAsync("hangs", false).ConfigureAwait(false);
        patience.ThrowIfCancellationRequested();
        throw new TimeoutException("no answer");
    }

    private PublishResult? Answer(PublishRequest request)
    {
        switch (history.IsQuiet ? 0 : history.Random.Below(16))
        {
            case < 8:
                return network.Accept(request);
            case < 10:
                network.Accept(request);
                return null;
            case 10:
                network.AcceptLater(request, Late());
                return null;
            case 11:
                network.AcceptLater(request, Late());
                return new PublishResult.OutcomeUnknown("504");
            case 12:
                return new PublishResult.NotSent("429", Duration.FromSeconds(30 + history.Random.Below(300)));
            case 13:
                return new PublishResult.Rejected("400", "not allowed");
            case 14:
                return new PublishResult.OutcomeUnknown("connection reset");
            default:
                return null;
        }
    }

    /// <summary>Rather late than soon, within what the network declares; in a history of the residual long after the settle window.</summary>
    private Duration Late() => history.Plan.Residual
        ? Duration.FromHours(2)
        : Duration.FromSeconds(1 + Math.Max(history.Random.Below(60), history.Random.Below(60)));
}
