using SocialOps.Inbox;

namespace SocialOps.CustomConnector;

/// <summary>What others write: one JSON file a comment, as <see cref="InboundLine"/> describes it. Whoever writes them does so beside the folder and moves them in, so that none is read half written.</summary>
/// <param name="folder">An existing folder; what was taken in moves into its subfolder <c>seen</c>.</param>
public sealed class FolderInbox(string folder)
{
    // snippet: connector-inbox
    public async ValueTask<int> ReceiveAsync(InboxService inbox, CancellationToken cancellationToken = default)
    {
        var seen = Directory.CreateDirectory(Path.Combine(folder, "seen")).FullName;
        var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(100).ToList();
        var deliveries = await Task.WhenAll(files.Select(async f => new InboundDelivery(InboundLine.Format, await File.ReadAllBytesAsync(f, cancellationToken))));
        await inbox.ReceiveAsync(deliveries, cancellationToken); // Stored when it returns; the same bytes twice are one delivery.
        files.ForEach(f => File.Move(f, Path.Combine(seen, Path.GetFileName(f)), overwrite: true));
        await inbox.ReportLookAsync("folder", cancellationToken: cancellationToken); // No look for 15 minutes, and people are told.
        return files.Count;
    }
    // end snippet
}
