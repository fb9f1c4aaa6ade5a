using NodaTime;
using SocialOps.Channels;

namespace SocialOps.CustomConnector;

/// <summary>A network made of files: each post is one, named by our key, so that a second one of the same name cannot come into being.</summary>
/// <param name="folder">An existing folder.</param>
public sealed class FolderConnector(string folder) : IPublisher
{
    public string Network => "folder";

    public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, Duration.Zero);

    // snippet: connector
    public async ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        var (draft, post) = (Path.Combine(folder, $"{Guid.NewGuid():N}.draft"), PathOf(request));
        try
        {
            await File.WriteAllTextAsync(draft, $"{request.InReplyTo}\n{request.Text}", cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new PublishResult.NotSent(exception.Message);
        }

        try
        {
            File.Move(draft, post, overwrite: false);
        }
        catch (IOException) when (File.Exists(post))
        {
            File.Delete(draft); // The same request came before: its post is there.
        }
        catch (IOException exception)
        {
            return new PublishResult.OutcomeUnknown(exception.Message);
        }

        return new PublishResult.Published(request.IdempotencyKey, post);
    }

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default) => Directory.Exists(folder)
        ? new(File.Exists(PathOf(request)) ? new PublishResult.Published(request.IdempotencyKey, PathOf(request)) : null)
        : throw new DirectoryNotFoundException($"{folder} is not there: nobody can tell whether the post is.");
    // end snippet

    private string PathOf(PublishRequest request) => Path.Combine(folder, $"{request.IdempotencyKey}.post");
}
