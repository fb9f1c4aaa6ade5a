using NodaTime;
using SocialOps.Channels;

namespace SocialOps.CustomConnector;

/// <summary>
/// A network made of files: each post is a JSON file, named by our key, so that a second one of the same name cannot come into being. For trials, for tests, and for whoever hands posts on by a
/// shared folder.
/// </summary>
/// <param name="folder">An existing folder.</param>
/// <param name="network">The network that it stands for, as the agency's accounts name it; <c>*</c> for all.</param>
public sealed class FolderNetwork(string folder, string network = "folder") : IPublisher, IEditor, IRetractor
{
    public string Network => network;

    public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, Duration.Zero);

    // snippet: connector
    public async ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        var (draft, post) = (PathOf($"{request.IdempotencyKey}.{Guid.NewGuid():N}", "draft"), PathOf(request.IdempotencyKey));
        try
        {
            await File.WriteAllBytesAsync(draft, FolderPost.Of(request), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new PublishResult.NotSent("the draft could not be written; no post can be there.");
        }

        try
        {
            File.Move(draft, post, overwrite: false);
        }
        catch (IOException) when (File.Exists(post))
        {
            File.Delete(draft); // The same request came before: its post is there.
        }
        catch (IOException)
        {
            return new PublishResult.OutcomeUnknown("the folder broke off while the draft became the post.");
        }

        return new PublishResult.Published(request.IdempotencyKey, post);
    }

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => Directory.Exists(folder)
        ? new(File.Exists(PathOf(request.IdempotencyKey)) ? new PublishResult.Published(request.IdempotencyKey, PathOf(request.IdempotencyKey)) : null)
        : throw new DirectoryNotFoundException($"{folder} is not there: nobody can tell whether the post is.");
    // end snippet

    // snippet: connector-abilities
    public async ValueTask EditAsync(PublishRequest request, string externalId, CancellationToken cancellationToken = default)
    {
        var draft = PathOf($"{externalId}.{Guid.NewGuid():N}", "draft");
        await File.WriteAllBytesAsync(draft, FolderPost.Of(request), cancellationToken);
        File.Move(draft, PathOf(externalId), overwrite: true);
    }

    public ValueTask RetractAsync(ChannelAccountId account, string externalId, CancellationToken cancellationToken = default)
    {
        File.Delete(PathOf(externalId)); // Says nothing when it is gone already.
        return ValueTask.CompletedTask;
    }
    // end snippet

    private string PathOf(string id, string kind = "json") => Path.Combine(folder, $"{id}.{kind}");
}
