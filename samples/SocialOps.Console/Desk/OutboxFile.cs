using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Console.Desk;

/// <summary>A network that is a file: each post is one line with its idempotency key, synced to the disk before it counts. It refuses a key that it has. It is opened
/// with the first post: then the store has the database, so no other process is writing here.</summary>
internal sealed class OutboxFile(string path, TimeProvider time) : IPublisher, IDisposable
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private FileStream? _file;

    public string Network => "*";

    public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, Duration.Zero);

    public int SentNow { get; private set; }

    public event Action<PublishRequest>? Posted;

    public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var file = Open();
            if (_keys.Add(request.IdempotencyKey))
            {
                var line = new JsonObject
                {
                    ["key"] = request.IdempotencyKey,
                    ["at"] = time.GetUtcNow().ToString("O"),
                    ["network"] = request.Network,
                    ["account"] = request.Account.Value,
                    ["inReplyTo"] = request.InReplyTo,
                    ["text"] = request.Text,
                };
                file.Write(Encoding.UTF8.GetBytes(line.ToJsonString() + "\n"));
                file.Flush(flushToDisk: true);
                SentNow++;
                Posted?.Invoke(request);
            }

            return new(new PublishResult.Published(request.IdempotencyKey));
        }
    }

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Open();
            return new(_keys.Contains(request.IdempotencyKey) ? new PublishResult.Published(request.IdempotencyKey) : null);
        }
    }

    public void Dispose() => _file?.Dispose();

    private FileStream Open()
    {
        if (_file is null)
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            ReadBack(_file);
        }

        return _file;
    }

    /// <summary>Reads the keys; a last line that a killed process left half written was never posted and is cut off.</summary>
    private void ReadBack(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, false, 4096, leaveOpen: true);
        long whole = 0;
        while (reader.ReadLine() is { } line)
        {
            var end = whole + Encoding.UTF8.GetByteCount(line) + 1;
            if (end > file.Length)
            {
                break;
            }

            _keys.Add(JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()!);
            whole = end;
        }

        file.SetLength(whole);
        file.Position = whole;
    }
}
