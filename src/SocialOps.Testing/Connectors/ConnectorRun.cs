using System.Security.Cryptography;
using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>One case's view of the connector: it never lets an exception pass for an answer.</summary>
internal sealed class ConnectorRun(ConnectorFixture fixture, PublishCapabilities declared)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public IPublisher Publisher => fixture.Publisher;

    public PublishCapabilities Declared => declared;

    /// <summary>A request that nobody has made before, on this network or in an earlier run.</summary>
    public PublishRequest NewRequest(string? text = null, string? inReplyTo = null)
    {
        var key = RandomNumberGenerator.GetString(Alphabet, 52);
        return fixture.Request(key, text ?? $"Conformance {key[..12]}", inReplyTo);
    }

    public ValueTask ProvokeAsync(NetworkFault fault) => fixture.ProvokeAsync(fault);

    public ValueTask SettleAsync() => fixture.SettleAsync();

    public async Task<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await Publisher.PublishAsync(request, cancellationToken).ConfigureAwait(false);
            Expect.That(result is not null, "A send gives a result, not nothing");
            return result!;
        }
        catch (Exception exception) when (exception is not ConformanceException)
        {
            throw new ConformanceException($"A send gives a result in every case; it threw {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    public async Task<PublishResult> PublishAsync(PublishRequest request, NetworkFault fault)
    {
        await ProvokeAsync(fault).ConfigureAwait(false);
        if (fault != NetworkFault.AcceptedWithoutAnswer)
        {
            return await PublishAsync(request).ConfigureAwait(false);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        return await PublishAsync(request, patience.Token).ConfigureAwait(false);
    }

    /// <summary>Sends where nothing is in the way.</summary>
    public async Task<PublishResult.Published> PublishedAsync(PublishRequest request)
        => Is<PublishResult.Published>(await PublishAsync(request).ConfigureAwait(false), "A send that the network answers well");

    public static TResult Is<TResult>(PublishResult result, string what)
        where TResult : PublishResult
        => result as TResult ?? throw new ConformanceException($"{what} is {typeof(TResult).Name}; it was {result}.");

    /// <summary>The posts with a request's text.</summary>
    public async Task<IReadOnlyList<NetworkPost>> PostsOfAsync(PublishRequest request)
        => [.. (await fixture.PostsAsync().ConfigureAwait(false)).Where(p => p.Text == request.Text)];

    public async Task PostsAsync(PublishRequest request, int expected, string promise)
        => Expect.Equal(expected, (await PostsOfAsync(request).ConfigureAwait(false)).Count, $"{promise}: posts with its text on the network");
}
