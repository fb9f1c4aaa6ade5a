using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace SocialOps.FakeNetwork;

/// <summary>
/// The machine's clock plus an offset that several processes share through a file: whoever raises it lets time pass for all of them, on the wall and on the
/// monotonic clock alike, as a machine that stood still would see it. Timers keep to real time. Thread-safe.
/// </summary>
public sealed class SharedClock : TimeProvider, IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _offset;

    private SharedClock(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, sizeof(long));
        _offset = _file.CreateViewAccessor();
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far it stands ahead of the machine's clock.</summary>
    public TimeSpan Offset => new(_offset.ReadInt64(0));

    /// <summary>Now, as whole microseconds since 1970-01-01T00:00Z.</summary>
    public long Now => (GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static SharedClock Open(string path) => new(path);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Offset;

    public override long GetTimestamp() => Stopwatch.GetElapsedTime(0).Ticks + _offset.ReadInt64(0);

    /// <summary>Lets time pass for every process. One process only may call it.</summary>
    public void Pass(TimeSpan length) => _offset.Write(0, _offset.ReadInt64(0) + length.Ticks);

    public void Dispose()
    {
        _offset.Dispose();
        _file.Dispose();
    }
}
