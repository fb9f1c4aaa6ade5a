using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using NodaTime;
using SocialOps.Channels;

namespace SocialOps.FakeNetwork;

/// <summary>
/// Publishes to the fake network. Four networks live there, each with other means against sending twice: <c>marked</c> can be searched, <c>keyed</c> keeps our key,
/// <c>chosen</c> takes our id, <c>mute</c> offers nothing.
/// </summary>
/// <param name="network">Which of them.</param>
/// <param name="port">Where it listens.</param>
/// <param name="clock">The time that everybody shares.</param>
/// <param name="patience">How long an answer is waited for, in real time.</param>
public sealed class FakeNetworkConnector(string network, int port, SharedClock clock, TimeSpan patience) : IPublisher
{
    /// <summary>How late the network accepts at most.</summary>
    public static readonly Duration MaxLateAcceptance = Duration.FromMinutes(1);

    /// <summary>The networks.</summary>
    public static readonly IReadOnlyList<string> Networks = ["marked", "keyed", "chosen", "mute"];

    private int _wrongPorts;

    public string Network => network;

    public PublishCapabilities Capabilities { get; } = CapabilitiesOf(network);

    public static PublishCapabilities CapabilitiesOf(string network) => new(
        network switch { "keyed" => PublishIdempotency.ClientKey, "chosen" => PublishIdempotency.ClientChosenId, _ => PublishIdempotency.None },
        network == "mute" ? PublishLookup.None : PublishLookup.ByMarker,
        MaxLateAcceptance);

    public static bool KeepsKeys(string network) => CapabilitiesOf(network).Idempotency != PublishIdempotency.None;

    /// <summary>The next request finds nobody listening.</summary>
    public void MissOnce() => _wrongPorts = 1;

    public async ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        var ask = new Ask("publish", request.Network, request.Account.Value, request.IdempotencyKey, request.Text, request.InReplyTo, clock.Now);
        using var client = new TcpClient();
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        try
        {
            await ConnectAsync(client, waiting.Token);
            waiting.Token.ThrowIfCancellationRequested();
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return new PublishResult.NotSent($"Before the first byte: {exception.Message}");
        }

        try
        {
            return Outcome(await AskAsync(client, ask, waiting.Token));
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException or JsonException)
        {
            return new PublishResult.OutcomeUnknown($"After the first byte: {exception.Message}");
        }
    }

    public async ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        using var client = new TcpClient();
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        await ConnectAsync(client, waiting.Token);
        var answer = await AskAsync(client, new("find", request.Network, Key: request.IdempotencyKey), waiting.Token);
        return answer switch
        {
            { Status: 200, Id: { } id } => new(id),
            { Status: 404 } => null,
            _ => throw new HttpRequestException($"{answer.Status}: {answer.Error}"),
        };
    }

    private static PublishResult Outcome(Answer answer) => answer switch
    {
        { Status: 200, Id: { } id } => new PublishResult.Published(id),
        { Status: 429 } => new PublishResult.NotSent(answer.Error!, Duration.FromSeconds(answer.RetryAfter)),
        { Status: 401 } => new PublishResult.NotSent(answer.Error!),
        { Status: >= 400 and < 500 } => new PublishResult.Rejected($"{answer.Status}", answer.Error!),
        _ => new PublishResult.OutcomeUnknown($"{answer.Status}: {answer.Error}"),
    };

    private static async Task<Answer> AskAsync(TcpClient client, Ask ask, CancellationToken cancellationToken)
    {
        await client.GetStream().WriteAsync(Wire.Line(ask), cancellationToken);
        using var lines = new StreamReader(client.GetStream());
        return Wire.Read<Answer>(await lines.ReadLineAsync(cancellationToken)) ?? throw new IOException("The connection ended without an answer.");
    }

    private ValueTask ConnectAsync(TcpClient client, CancellationToken cancellationToken)
        => client.ConnectAsync(IPAddress.Loopback, Interlocked.Exchange(ref _wrongPorts, 0) == 1 ? 1 : port, cancellationToken);
}
