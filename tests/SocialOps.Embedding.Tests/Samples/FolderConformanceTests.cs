using NodaTime;
using SocialOps.Channels;
using SocialOps.CustomConnector;
using SocialOps.Testing;
using SocialOps.Testing.Connectors;

namespace SocialOps.Embedding.Tests.Samples;

// snippet: connector-tests
public sealed class FolderConformanceTests
{
    private static readonly ConnectorDeclaration Declaration = new(new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, Duration.Zero))
    {
        CannotProvoke = Enum.GetValues<NetworkFault>().Except([NetworkFault.Unreachable, NetworkFault.LookUpFails])
            .ToDictionary(f => f, _ => "a folder is there or not: it neither limits, nor breaks off, nor answers late."),
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

// snippet: connector-fixture
internal sealed class FolderFixture : ConnectorFixture
{
    private readonly string _place = Directory.CreateTempSubdirectory().FullName;

    public FolderFixture() => Directory.CreateDirectory(Folder);

    public override IPublisher Publisher => new FolderNetwork(Folder);

    private string Folder => Path.Combine(_place, "posts");

    private string Away => Path.Combine(_place, "away");

    public override ValueTask<IReadOnlyList<NetworkPost>> PostsAsync()
    {
        if (Directory.Exists(Away))
        {
            Directory.Move(Away, Folder);
        }

        return new([.. Directory.EnumerateFiles(Folder, "*.json").Select(Read)]);
    }

    public override ValueTask ProvokeAsync(NetworkFault fault)
    {
        Directory.Move(Folder, Away); // Unreachable, LookUpFails; PostsAsync brings it back.
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_place, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static NetworkPost Read(string path)
    {
        var post = FolderPost.Read(path);
        return new(Path.GetFileNameWithoutExtension(path), post.Text, post.InReplyTo);
    }
}
// end snippet
