namespace SocialOps.FakeNetwork;

/// <summary>What the network has seen, appended and handed to the operating system before anybody is answered: it outlives every worker. Thread-safe.</summary>
public sealed class Journal(string folder, SharedClock clock) : IDisposable
{
    private readonly Lock _gate = new();
    private FileStream _file = Open(folder);

    public static string PathIn(string folder) => Path.Combine(folder, "network.jsonl");

    public static IReadOnlyList<Entry> Read(string folder) => [.. File.ReadLines(PathIn(folder)).Select(l => Wire.Read<Entry>(l)!)];

    public void Write(Entry entry)
    {
        lock (_gate)
        {
            _file.Write(Wire.Line(entry with { At = entry.At == 0 ? clock.Now : entry.At }).Span);
            _file.Flush();
        }
    }

    /// <summary>A new history begins in another folder.</summary>
    public void MoveTo(string next)
    {
        lock (_gate)
        {
            _file.Dispose();
            _file = Open(next);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string folder) => new(PathIn(folder), FileMode.Append, FileAccess.Write, FileShare.Read);
}
