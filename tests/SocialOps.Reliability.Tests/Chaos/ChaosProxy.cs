using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SocialOps.Reliability.Tests.Chaos;

/// <summary>
/// Stands between the workers and their server. It cuts a connection at a COMMIT, before the server gets it or before the answer comes back, or in the middle of any message; it
/// swallows both ways without a word, and it is slow. It counts who connects. Thread-safe.
/// </summary>
internal sealed class ChaosProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<IPEndPoint> _server;
    private readonly Task _accepting;
    private readonly List<long> _attempts = [];
    private volatile bool _swallows;
    private volatile int _delay;
    private int _armed;
    private int _struck;

    /// <param name="server">Where the server is now.</param>
    public ChaosProxy(Func<IPEndPoint> server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many cuts have been made.</summary>
    public int Struck => Volatile.Read(ref _struck);

    /// <summary>The next message that fits loses its connection.</summary>
    public void Arm(Cut cut) => Volatile.Write(ref _armed, (int)cut);

    /// <summary>While true, nothing gets through and nobody hears so; connections that lost bytes lose everything afterwards.</summary>
    public bool Swallows
    {
        get => _swallows;
        set => _swallows = value;
    }

    /// <summary>Each message takes so long.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromMilliseconds(_delay);
        set => _delay = (int)value.TotalMilliseconds;
    }

    /// <summary>The most connections that were asked for within any second.</summary>
    public int MostAttemptsInASecond()
    {
        lock (_attempts)
        {
            var (most, first) = (0, 0);
            for (var last = 0; last < _attempts.Count; last++)
            {
                while (_attempts[last] - _attempts[first] > Stopwatch.Frequency)
                {
                    first++;
                }

                most = Math.Max(most, last - first + 1);
            }

            return most;
        }
    }

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
            lock (_attempts)
            {
                _attempts.Add(Stopwatch.GetTimestamp());
            }

            _ = ServeAsync(client).ContinueWith(t => t.Exception, TaskScheduler.Default);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var here = client;
        using var there = new TcpClient();
        await there.ConnectAsync(_server(), _stop.Token);
        (here.NoDelay, there.NoDelay) = (true, true);
        var connection = new Connection();
        var forth = PumpAsync(here.GetStream(), there.GetStream(), connection, isForth: true);
        var back = PumpAsync(there.GetStream(), here.GetStream(), connection, isForth: false);
        await (await Task.WhenAny(forth, back)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Passes on until an end closes or the connection is cut.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to, Connection connection, bool isForth)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, _stop.Token)) > 0)
        {
            if (_delay > 0)
            {
                await Task.Delay(_delay, _stop.Token);
            }

            connection.IsDead |= _swallows;
            if (connection.IsDead)
            {
                continue;
            }

            if (!isForth && connection.IsAnswerLost)
            {
                return;
            }

            var cut = isForth ? Take(buffer.AsSpan(0, read)) : Cut.Nothing;
            connection.IsAnswerLost |= cut == Cut.AnswerOfCommit;
            if (cut == Cut.MessageOfStatement)
            {
                await to.WriteAsync(buffer.AsMemory(0, read / 2), _stop.Token);
            }

            if (cut is Cut.MessageOfStatement or Cut.Commit)
            {
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }

    private Cut Take(ReadOnlySpan<byte> message)
    {
        var cut = (Cut)Volatile.Read(ref _armed);
        if (cut == Cut.Nothing || (cut != Cut.MessageOfStatement && message.IndexOf("COMMIT\0"u8) < 0) || Interlocked.CompareExchange(ref _armed, 0, (int)cut) != (int)cut)
        {
            return Cut.Nothing;
        }

        Interlocked.Increment(ref _struck);
        return cut;
    }

    private sealed class Connection
    {
        public volatile bool IsDead;
        public volatile bool IsAnswerLost;
    }
}

/// <summary>Where a connection is cut.</summary>
internal enum Cut
{
    /// <summary>Nowhere.</summary>
    Nothing,

    /// <summary>The server has done the COMMIT, and its answer is lost.</summary>
    AnswerOfCommit,

    /// <summary>The COMMIT never arrives.</summary>
    Commit,

    /// <summary>Half of a message arrives.</summary>
    MessageOfStatement,
}
