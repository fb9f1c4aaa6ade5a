using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace SocialOps.PostgreSql.Tests;

/// <summary>Stands between a store and its server and cuts the connection at one COMMIT: before the server gets it, or before the answer comes back.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _server = new(TestServer.ConnectionString);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _cut;

    public CuttingProxy()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public enum Cut
    {
        Nothing,
        BeforeTheCommit,
        BeforeTheAnswer,
    }

    public string ConnectionString
        => new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode = SslMode.Disable }.ToString();

    public void CutNextCommit(Cut cut) => _cut = (int)cut;

    /// <summary>From now on nobody else gets through.</summary>
    public void RefuseOthers() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var toClient = client;
        using var toServer = new TcpClient(_server.Host!, _server.Port);
        var (here, there) = (toClient.GetStream(), toServer.GetStream());
        var answered = new TaskCompletionSource();
        var silent = false;
        var back = PumpAsync(there, here, _ =>
        {
            answered.TrySetResult();
            return !Volatile.Read(ref silent);
        });
        var forth = PumpAsync(here, there, bytes =>
        {
            if (!bytes.Contains("COMMIT\0", StringComparison.Ordinal) || Interlocked.Exchange(ref _cut, 0) is not (> 0 and var cut))
            {
                return true;
            }

            answered = new();
            Volatile.Write(ref silent, cut == (int)Cut.BeforeTheAnswer);
            return silent;
        });
        await Task.WhenAny(back, forth);
        if (silent)
        {
            await answered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    /// <summary>Passes on until an end closes, or the bytes are not to be passed on.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to, Func<string, bool> passes)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, _stop.Token)) > 0 && passes(Encoding.ASCII.GetString(buffer, 0, read)))
        {
            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
