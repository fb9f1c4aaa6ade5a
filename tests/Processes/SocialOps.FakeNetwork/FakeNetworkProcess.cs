using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SocialOps.Testing.Connectors;

namespace SocialOps.FakeNetwork;

/// <summary>The network as a process of its own, started and told what to do by a test.</summary>
public sealed class FakeNetworkProcess : IDisposable
{
    private readonly Process _process;

    private FakeNetworkProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <param name="folder">Where its journal goes.</param>
    /// <param name="clock">The path of the clock that everybody shares.</param>
    /// <param name="seed">Chooses its faults and its order.</param>
    public static FakeNetworkProcess Start(string folder, string clock, int seed)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(FakeNetworkProcess).Assembly.Location, folder, clock, seed.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        return new(process, int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    /// <summary>A new history begins: no posts, no deliveries, a journal in another folder.</summary>
    public Task BeginAsync(string folder) => AskAsync(new("begin", Folder: folder));

    /// <summary>The next requests meet these faults, one each.</summary>
    public Task PlayAsync(params NetworkFault[] faults) => AskAsync(new("play", Faults: faults));

    /// <summary>From now on this share of the requests meets a fault at random.</summary>
    public Task MisbehaveAsync(double chaos) => AskAsync(new("play", Chaos: chaos));

    public Task DeliverAsync(params Delivery[] deliveries) => AskAsync(new("deliver", Deliveries: deliveries));

    public Task SettleAsync() => AskAsync(new("settle"));

    public async Task<IReadOnlyList<NetworkPost>> PostsAsync() => (await AskAsync(new("posts"))).Posts!;

    /// <summary>How many deliveries nobody has acknowledged.</summary>
    public async Task<int> WaitingAsync() => (await AskAsync(new("waiting"))).Waiting;

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2_000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<Answer> AskAsync(Ask ask)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await client.GetStream().WriteAsync(Wire.Line(ask));
        using var lines = new StreamReader(client.GetStream());
        return Wire.Read<Answer>(await lines.ReadLineAsync())!;
    }
}
