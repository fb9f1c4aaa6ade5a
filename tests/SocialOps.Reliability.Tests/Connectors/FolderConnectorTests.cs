using NodaTime;
using SocialOps.Channels;
using SocialOps.CustomConnector;
using SocialOps.Testing;
using SocialOps.Testing.Connectors;

namespace SocialOps.Reliability.Tests.Connectors;

// snippet: connector-tests
/// <summary>The sample connector, held to the contract as its author would.</summary>
public sealed class FolderConnectorTests
{
    private static readonly ConnectorDeclaration Declaration = new(new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, Duration.Zero))
    {
        CannotProvoke = Enum.GetValues<NetworkFault>().ToDictionary(f => f, _ => "a folder neither limits, nor breaks off, nor answers late."),
    };

    private static readonly IReadOnlyList<ConformanceCase> Cases = ConnectorConformance.Cases(Declaration, () => new(new FolderFixture()));

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Connector_ConformanceCase_Holds(string name)
    {
        var one = Cases.Single(c => c.Name == name);
        Assert.SkipWhen(one.SkipReason is not null, one.SkipReason ?? "");
        return one.RunAsync();
    }
}
// end snippet

internal sealed class FolderFixture : ConnectorFixture
{
    private readonly TempFolder _folder = new();

    public override IPublisher Publisher => new FolderConnector(_folder.Path);

    public override ValueTask<IReadOnlyList<NetworkPost>> PostsAsync() => new([.. Directory.EnumerateFiles(_folder.Path, "*.post").Select(Read)]);

    public override ValueTask ProvokeAsync(NetworkFault fault) => throw new NotSupportedException();

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static NetworkPost Read(string path)
    {
        var content = File.ReadAllText(path).Split('\n', 2);
        return new(Path.GetFileNameWithoutExtension(path), content[1], content[0].Length == 0 ? null : content[0]);
    }
}
