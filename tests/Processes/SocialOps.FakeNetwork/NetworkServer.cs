using System.Net;
using System.Net.Sockets;
using SocialOps.Testing.Connectors;

namespace SocialOps.FakeNetwork;

/// <summary>Answers on an ephemeral port of 127.0.0.1, a JSON object a line.</summary>
internal sealed class NetworkServer : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Timeline _timeline;
    private readonly Feed _feed;

    public NetworkServer(Timeline timeline, Feed feed)
    {
        (_timeline, _feed) = (timeline, feed);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public void Run() => _ = AcceptAsync();

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                using var lines = new StreamReader(client.GetStream());
                while (Wire.Read<Ask>(await lines.ReadLineAsync()) is { } ask && await AnswerAsync(client, lines, ask))
                {
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or System.Text.Json.JsonException)
        {
            // The client has gone, perhaps in the middle of a line: nobody is left to answer.
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    private async Task<bool> AnswerAsync(TcpClient client, StreamReader lines, Ask ask)
    {
        switch (ask.Op)
        {
            case "publish":
                return await PublishAsync(client, lines, ask);
            case "find":
                var (fault, id) = _timeline.Find(ask);
                return await SayAsync(client, fault is null ? new(id is null ? 404 : 200, id) : new(503, Error: "The search is down."));
            case "feed":
                await FeedAsync(client, lines);
                return false;
            case "begin":
                _timeline.Begin(ask.Folder!);
                _feed.Begin();
                break;
            case "play":
                _timeline.Play(ask.Faults ?? [], ask.Chaos);
                break;
            case "deliver":
                _feed.Add(ask.Deliveries!);
                break;
            case "settle":
                _timeline.Settle();
                break;
            case "posts":
                return await SayAsync(client, new(200, Posts: _timeline.Posts));
        }

        return await SayAsync(client, new(200, Waiting: _feed.Waiting));
    }

    private async Task<bool> PublishAsync(TcpClient client, StreamReader lines, Ask ask)
    {
        var (fault, id) = _timeline.Publish(ask);
        switch (fault)
        {
            case null:
                return await SayAsync(client, new(200, id));
            case NetworkFault.RateLimited:
                return await SayAsync(client, new(429, Error: "Too many requests.", RetryAfter: 30));
            case NetworkFault.TokenExpired:
                return await SayAsync(client, new(401, Error: "The token has expired."));
            case NetworkFault.Refused:
                return await SayAsync(client, new(422, Error: "The post is not wanted."));
            case NetworkFault.AcceptedThenServerError:
                return await SayAsync(client, new(500, Error: "Something went wrong."));
            case NetworkFault.AcceptedThenGarbage:
                await client.GetStream().WriteAsync("<html>\n"u8.ToArray());
                return true;
            case NetworkFault.AcceptedWithoutAnswer:
                await lines.ReadLineAsync();
                return false;
            default:
                client.LingerState = new(true, 0);
                return false;
        }
    }

    private async Task FeedAsync(TcpClient client, StreamReader lines)
    {
        while (client.Connected)
        {
            if (_feed.Take() is not { } delivery)
            {
                await Task.Delay(3);
                continue;
            }

            try
            {
                await client.GetStream().WriteAsync(Wire.Line(delivery));
                if (await lines.ReadLineAsync() is not { } answer)
                {
                    return;
                }

                if (answer == "ok")
                {
                    _feed.Acknowledge(delivery);
                }
                else if (answer == "away")
                {
                    _feed.Refuse(delivery);
                    await Task.Delay(RetryAfter);
                }
            }
            finally
            {
                _feed.PutBack(delivery);
            }
        }
    }

    private static async Task<bool> SayAsync(TcpClient client, Answer answer)
    {
        await client.GetStream().WriteAsync(Wire.Line(answer));
        return true;
    }
}
