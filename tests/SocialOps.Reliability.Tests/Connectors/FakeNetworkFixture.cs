using SocialOps.Channels;
using SocialOps.FakeNetwork;
using SocialOps.Testing.Connectors;

namespace SocialOps.Reliability.Tests.Connectors;

/// <summary>One of the fake networks, empty, in a process that the cases share; it ends with the tests.</summary>
internal sealed class FakeNetworkFixture : ConnectorFixture
{
    private static readonly TempFolder Folder = new();
    private static readonly SharedClock Clock = SharedClock.Open(Folder.File("clock"));
    private static readonly FakeNetworkProcess Process = FakeNetworkProcess.Start(Folder.Path, Folder.File("clock"), 1);
    private readonly FakeNetworkConnector _connector;

    private FakeNetworkFixture(string network) => _connector = new(network, Process.Port, Clock, TimeSpan.FromSeconds(5));

    public override IPublisher Publisher => _connector;

    public static async ValueTask<ConnectorFixture> OpenAsync(string network)
    {
        await Process.BeginAsync(Folder.Path);
        return new FakeNetworkFixture(network);
    }

    public override async ValueTask<IReadOnlyList<NetworkPost>> PostsAsync() => await Process.PostsAsync();

    public override async ValueTask ProvokeAsync(NetworkFault fault)
    {
        if (fault == NetworkFault.Unreachable)
        {
            _connector.MissOnce();
            return;
        }

        await Process.PlayAsync(fault);
    }

    public override async ValueTask SettleAsync() => await Process.SettleAsync();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
