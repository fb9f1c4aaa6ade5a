using System.Security.Cryptography;
using System.Text.Json;

namespace SocialOps.CustomStore;

/// <summary>
/// The file: a line a transaction, each with a hash before it, on the disk before the commit returns. What stands behind the last whole line was never acknowledged and is dropped;
/// a broken line before the last is a damaged file and is refused.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private bool _broken;

    private Journal(FileStream file) => _file = file;

    /// <summary>Reads the whole file and writes it anew, without what was overwritten or removed since.</summary>
    /// <param name="path">The file; it is made when there is none. Beside it, for a moment, stands a second one that takes its place.</param>
    /// <param name="compact">From all changes, the oldest first, to those that are still needed.</param>
    public static Journal Open(string path, Func<IEnumerable<Change>, IEnumerable<Change>> compact)
    {
        using (var before = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            using var next = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None);
            foreach (var change in compact(Read(before)))
            {
                next.Write(Line([change]));
            }

            next.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
        return new(new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) { Position = new FileInfo(path).Length });
    }

    /// <summary>Appends one transaction; it is on the disk when this returns.</summary>
    /// <exception cref="StoreUnavailableException">The disk refused; whether the transaction was kept shows at the next opening, and nothing is written until then.</exception>
    public void Append(IReadOnlyList<Change> changes)
    {
        if (_broken)
        {
            throw Broken(null);
        }

        try
        {
            _file.Write(Line(changes));
            _file.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            _broken = true;
            throw Broken(e);
        }
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Line(IReadOnlyList<Change> changes)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(changes, JournalJson.Default.IReadOnlyListChange);
        return [.. Hash(json), (byte)' ', .. json, (byte)'\n'];
    }

    private static byte[] Hash(ReadOnlySpan<byte> json) => System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)));

    private static IEnumerable<Change> Read(FileStream file)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        for (var (line, number) = (reader.ReadLine(), 1); line is not null; number++)
        {
            var next = reader.ReadLine();
            var parts = line.Split(' ', 2);
            var json = System.Text.Encoding.UTF8.GetBytes(parts[^1]);
            if (!parts[0].AsSpan().SequenceEqual(System.Text.Encoding.ASCII.GetString(Hash(json))))
            {
                if (next is null)
                {
                    yield break;
                }

                throw new StoreUnavailableException($"Line {number} of the journal '{file.Name}' is damaged. Nothing was repaired: restore a backup.");
            }

            foreach (var change in JsonSerializer.Deserialize(json, JournalJson.Default.IReadOnlyListChange)!)
            {
                yield return change;
            }

            line = next;
        }
    }

    private StoreUnavailableException Broken(Exception? why) => new($"The journal '{_file.Name}' could not be written. Make room or mend the disk, then start again.", why);
}
