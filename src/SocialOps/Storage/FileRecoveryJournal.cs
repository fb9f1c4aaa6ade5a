using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Serialization;

namespace SocialOps.Storage;

/// <summary>Lines of JSON in a folder, a file a month and process: <c>sent-2026-11-3f9a01cc.jsonl</c>. Each line is on the disk before its entry counts.</summary>
internal sealed class FileRecoveryJournal(string folder) : IRecoveryJournal, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _process = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private FileStream? _file;
    private string _month = "";

    public async ValueTask AppendAsync(RecoveryEntry entry, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var file = FileOf(Month(entry.At));
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, RecoveryJson.Default.RecoveryEntry), (byte)'\n']);
            file.Flush(flushToDisk: true);
        }
        catch (Exception)
        {
            // Half a line may stand there: the next entry begins a file of its own.
            Close();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async IAsyncEnumerable<RecoveryEntry> ReadAsync(Instant since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "sent-*.jsonl") : [];
        foreach (var file in files.Where(f => string.CompareOrdinal(Path.GetFileName(f), $"sent-{Month(since)}") >= 0).Order(StringComparer.Ordinal))
        {
            var lines = await File.ReadAllLinesAsync(file, cancellationToken).ConfigureAwait(false);
            for (var n = 0; n < lines.Length; n++)
            {
                if (Read(lines[n]) is { } entry)
                {
                    yield return entry;
                }
                else if (n < lines.Length - 1)
                {
                    throw new InvalidDataException($"Line {n + 1} of the recovery journal '{file}' cannot be read. Look at it, and take it out if nothing can be made of it: what it says is not looked for then.");
                }
            }
        }
    }

    public void Dispose()
    {
        Close();
        _turn.Dispose();
    }

    /// <summary>A line that broke off at the end was never acknowledged; nothing was sent after it.</summary>
    private static RecoveryEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RecoveryJson.Default.RecoveryEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private FileStream FileOf(string month)
    {
        if (_file is null || month != _month)
        {
            Close();
            Directory.CreateDirectory(folder);
            var name = Path.Combine(folder, $"sent-{month}-{_process}");
            var number = 0;
            while (File.Exists($"{name}-{number}.jsonl"))
            {
                number++;
            }

            (_file, _month) = (new($"{name}-{number}.jsonl", FileMode.CreateNew, FileAccess.Write, FileShare.Read), month);
        }

        return _file;
    }

    private void Close()
    {
        _file?.Dispose();
        _file = null;
    }

    private static string Month(Instant at) => at == Instant.MinValue ? "" : at.ToString("uuuu'-'MM", CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(RecoveryEntry))]
internal sealed partial class RecoveryJson : JsonSerializerContext;
