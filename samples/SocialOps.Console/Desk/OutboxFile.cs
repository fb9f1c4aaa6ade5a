using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Console.Desk;

/// <summary>A network that is a file: each post is one line with its idempotency key, synced to the disk before it counts. It refuses a key that it has.</summary>
internal sealed class OutboxFile : IPublisher, IDisposable
{
    private readonly FileStream _file;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();

    public OutboxFile(string path, TimeProvider time)
    {
        _time = time;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        ReadBack();
    }

    public string Network => "*";

    public PublishCapabilities Capabilities { get; } = new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, Duration.Zero);

    public int SentNow { get; private set; }

    public ValueTask<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_keys.Add(request.IdempotencyKey))
            {
                var line = new JsonObject
                {
                    ["key"] = request.IdempotencyKey,
                    ["at"] = _time.GetUtcNow().ToString("O"),
                    ["network"] = request.Network,
                    ["account"] = request.Account.Value,
                    ["inReplyTo"] = request.InReplyTo,
                    ["text"] = request.Text,
                };
                _file.Write(Encoding.UTF8.GetBytes(line.ToJsonString() + "\n"));
                _file.Flush(flushToDisk: true);
                SentNow++;
            }

            return new(new PublishResult.Published(request.IdempotencyKey));
        }
    }

    public ValueTask<PublishResult.Published?> LookUpAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return new(_keys.Contains(request.IdempotencyKey) ? new PublishResult.Published(request.IdempotencyKey) : null);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Reads the keys; a last line that a killed process left half written was never posted and is cut off.</summary>
    private void ReadBack()
    {
        using var reader = new StreamReader(_file, Encoding.UTF8, false, 4096, leaveOpen: true);
        long whole = 0;
        while (reader.ReadLine() is { } line)
        {
            var end = whole + Encoding.UTF8.GetByteCount(line) + 1;
            if (end > _file.Length)
            {
                break;
            }

            _keys.Add(JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()!);
            whole = end;
        }

        _file.SetLength(whole);
        _file.Position = whole;
    }
}
