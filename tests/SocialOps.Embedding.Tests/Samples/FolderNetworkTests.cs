using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Channels;
using SocialOps.CustomConnector;
using SocialOps.DependencyInjection;
using SocialOps.Testing;
using SocialOps.Tests;
using SocialOps.Work;

namespace SocialOps.Embedding.Tests.Samples;

/// <summary>The sample network in a host: a comment comes from one folder, the answer stands in another.</summary>
public sealed class FolderNetworkTests : IDisposable
{
    private readonly TempFolder _posts = new();
    private readonly TempFolder _comments = new();

    public void Dispose()
    {
        _posts.Dispose();
        _comments.Dispose();
    }

    [Fact]
    public async Task Host_CommentInTheFolder_IsAnsweredInTheOther()
    {
        await using var services = Services();
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var ops = services.GetRequiredService<ISocialOps>().Default;
        File.WriteAllText(_comments.File("1.json"), """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Alles kaputt!"}""");
        var inbox = new FolderInbox(_comments.Path);

        (await inbox.ReceiveAsync(ops.Inbox)).Should().Be(1);
        (await inbox.ReceiveAsync(ops.Inbox)).Should().Be(0, "it was seen");
        await DrainAsync(services);
        await ops.Cases.ReplyAsync((await ops.Cases.QueryOpenAsync()).Items.Should().ContainSingle().Which.Id, Actor.Person("ada", "test"), "Das tut uns leid.");
        await DrainAsync(services);

        var post = FolderPost.Read(Directory.GetFiles(_posts.Path).Should().ContainSingle().Which);
        (post.Text, post.InReplyTo).Should().Be(("Das tut uns leid.", "1"));
    }

    [Fact]
    public async Task EditAsync_Twice_SaysTheSame()
    {
        var (network, request) = (new FolderNetwork(_posts.Path), new PublishRequest(TenantId.Default, new("a"), "folder", "key", "before", null));
        await network.PublishAsync(request);

        await network.EditAsync(request with { Text = "after" }, "key");
        await network.EditAsync(request with { Text = "after" }, "key");

        FolderPost.Read(Directory.GetFiles(_posts.Path).Should().ContainSingle().Which).Text.Should().Be("after");
    }

    [Fact]
    public async Task RetractAsync_Twice_LeavesNothing()
    {
        var network = new FolderNetwork(_posts.Path);
        await network.PublishAsync(new(TenantId.Default, new("a"), "folder", "key", "text", null));

        await network.RetractAsync(new("a"), "key");
        await network.RetractAsync(new("a"), "key");

        Directory.GetFiles(_posts.Path).Should().BeEmpty();
    }

    [Fact]
    public void FolderPost_OfContent_HasIt()
    {
        var request = new PublishRequest(TenantId.Default, new("a"), "folder", "key", "text", null) { Body = """{"link":"https://example.org"}"""u8.ToArray() };
        File.WriteAllBytes(_posts.File("p.json"), FolderPost.Of(request));

        FolderPost.Read(_posts.File("p.json")).Content!.Value.GetProperty("link").GetString().Should().Be("https://example.org");
    }

    private static async Task DrainAsync(IServiceProvider services)
    {
        while ((await services.GetRequiredService<IWorkPump>().RunOnceAsync()).Handled > 0)
        {
        }
    }

    private ServiceProvider Services() => new ServiceCollection().AddSingleton<TimeProvider>(new FakeTime(Instant.FromUtc(2026, 6, 12, 14, 0)))
        .AddSocialOps(ops => ops.UseInMemory().AddAgency(_ => TestAgency.Create()).AddConnector(_ => new FolderNetwork(_posts.Path, "x")).AddNotificationChannel(_ => new FakeDesk())).BuildServiceProvider();
}
