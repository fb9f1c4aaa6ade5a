using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialOps.Sqlite.Tests.PowerLoss;

/// <summary>What a process asked the disk for, in its order, and what it acknowledged meanwhile; read from the output of <c>strace -f -y -xx</c>.</summary>
internal static partial class DiskLog
{
    /// <summary>The system calls to be traced.</summary>
    public const string Calls = "pwrite64,write,ftruncate,fdatasync,fsync,unlink,unlinkat";

    /// <param name="trace">The trace.</param>
    /// <param name="folder">Only files in it count.</param>
    /// <param name="acknowledged">What the process writes to a pipe for each acknowledgement.</param>
    public static IReadOnlyList<DiskEvent> Read(string trace, string folder, string acknowledged)
    {
        var (events, unfinished) = (new List<DiskEvent>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var line in File.ReadLines(trace))
        {
            var (process, call) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[line.IndexOf(' ', StringComparison.Ordinal)..].Trim());
            if (call.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[process] = call[..^"<unfinished ...>".Length];
                continue;
            }

            if (Resumed().Match(call) is { Success: true } resumed)
            {
                call = unfinished[process] + call[resumed.Length..];
            }

            if (Of(call, folder, acknowledged) is { } one)
            {
                events.Add(one);
            }
        }

        return events;
    }

    private static DiskEvent? Of(string call, string folder, string acknowledged)
    {
        if (Unlink().Match(call) is { Success: true } unlink && Decode(unlink.Groups["path"].Value) is var gone && gone.StartsWith(folder, StringComparison.Ordinal))
        {
            return new DiskEvent.Removed(gone);
        }

        if (OnFile().Match(call) is not { Success: true } match)
        {
            return null;
        }

        var (name, path, rest) = (match.Groups["name"].Value, Decode(match.Groups["path"].Value), match.Groups["rest"].Value.TrimEnd());
        if (name == "write")
        {
            return path.StartsWith("pipe:", StringComparison.Ordinal) && Text().Match(rest) is { Success: true } said && Decode(said.Groups["text"].Value).StartsWith(acknowledged, StringComparison.Ordinal) ? new DiskEvent.Acknowledged() : null;
        }

        if (!path.StartsWith(folder, StringComparison.Ordinal) || path.EndsWith("-shm", StringComparison.Ordinal))
        {
            return null; // the -shm is memory that is shared: nothing of it outlives the power
        }

        return name switch
        {
            "pwrite64" when Text().Match(rest) is { Success: true } bytes => new DiskEvent.Written(path, long.Parse(bytes.Groups["at"].Value, CultureInfo.InvariantCulture), Bytes(bytes.Groups["text"].Value)),
            "ftruncate" => new DiskEvent.Cut(path, long.Parse(rest.TrimStart(',', ' '), CultureInfo.InvariantCulture)),
            "fsync" or "fdatasync" => new DiskEvent.Synced(path),
            _ => throw new InvalidDataException($"'{call[..Math.Min(call.Length, 120)]}' is not understood."),
        };
    }

    private static string Decode(string escaped) => escaped.Contains('\\', StringComparison.Ordinal) ? Encoding.UTF8.GetString(Bytes(escaped)) : escaped;

    private static byte[] Bytes(string escaped) => Convert.FromHexString(escaped.Replace("\\x", "", StringComparison.Ordinal));

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^unlink(at)?\(.*?""(?<path>[^""]*)"".*\) = 0")]
    private static partial Regex Unlink();

    [GeneratedRegex(@"^(?<name>\w+)\(\d+<(?<path>[^>]*)>(\(deleted\))?(?<rest>.*)\) += \d+$")]
    private static partial Regex OnFile();

    [GeneratedRegex(@"^, ""(?<text>[^""]*)"", \d+(, (?<at>\d+))?$")]
    private static partial Regex Text();
}

/// <summary>One thing in a disk's log.</summary>
internal abstract record DiskEvent
{
    public sealed record Written(string Path, long At, byte[] Bytes) : DiskEvent;

    public sealed record Cut(string Path, long Length) : DiskEvent;

    public sealed record Removed(string Path) : DiskEvent;

    /// <summary>Of a file: what was written to it is on the disk. Of a folder: what was removed from it is gone.</summary>
    public sealed record Synced(string Path) : DiskEvent;

    public sealed record Acknowledged : DiskEvent;
}
