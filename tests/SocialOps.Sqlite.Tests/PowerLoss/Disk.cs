namespace SocialOps.Sqlite.Tests.PowerLoss;

/// <summary>
/// A disk that keeps what was synced. Of the writes that were not, chance keeps each as a whole, in some of its sectors, or not at all, in any order; of the files that were made and removed, it keeps the first few in their order, as a
/// journal of names does. A file that is removed and made again is another one.
/// </summary>
internal sealed class Disk
{
    private const int Sector = 512;
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<int, byte[]> _kept = [];
    private readonly Dictionary<string, int> _keptNames = new(StringComparer.Ordinal);
    private readonly List<(int File, DiskEvent Event)> _writes = [];
    private readonly List<(string Path, int? File)> _names = [];
    private int _files;

    /// <summary>Acknowledged so far.</summary>
    public int Acknowledged { get; private set; }

    public void Apply(DiskEvent one)
    {
        switch (one)
        {
            case DiskEvent.Acknowledged:
                Acknowledged++;
                break;
            case DiskEvent.Synced synced when _open.TryGetValue(synced.Path, out var file):
                foreach (var write in _writes.Where(w => w.File == file))
                {
                    Settle(_kept, write.File, write.Event);
                }

                _writes.RemoveAll(w => w.File == file);
                break;
            case DiskEvent.Synced folder:
                foreach (var name in _names.Where(n => Path.GetDirectoryName(n.Path) == folder.Path))
                {
                    Settle(_keptNames, name);
                }

                _names.RemoveAll(n => Path.GetDirectoryName(n.Path) == folder.Path);
                break;
            case DiskEvent.Removed removed:
                _open.Remove(removed.Path);
                _names.Add((removed.Path, null));
                break;
            case DiskEvent.Written { Path: var path }:
                _writes.Add((FileAt(path), one));
                break;
            case DiskEvent.Cut { Path: var path }:
                _writes.Add((FileAt(path), one));
                break;
        }
    }

    /// <summary>The files as they may stand there when the power comes back.</summary>
    public IReadOnlyDictionary<string, byte[]> AfterPowerLoss(Random random)
    {
        var (files, names) = (_kept.ToDictionary(f => f.Key, f => (byte[])f.Value.Clone()), _keptNames.ToDictionary(StringComparer.Ordinal));
        foreach (var name in _names.Take(random.Next(_names.Count + 1)))
        {
            Settle(names, name);
        }

        foreach (var (file, one) in _writes)
        {
            switch (random.Next(3))
            {
                case 0:
                    Settle(files, file, one);
                    break;
                case 1 when one is DiskEvent.Written written:
                    for (var at = 0; at < written.Bytes.Length; at += Sector)
                    {
                        if (random.Next(2) == 0)
                        {
                            Settle(files, file, written with { At = written.At + at, Bytes = written.Bytes[at..Math.Min(at + Sector, written.Bytes.Length)] });
                        }
                    }

                    break;
            }
        }

        return names.ToDictionary(n => n.Key, n => files.GetValueOrDefault(n.Value) ?? [], StringComparer.Ordinal);
    }

    private int FileAt(string path)
    {
        if (!_open.TryGetValue(path, out var file))
        {
            _open[path] = file = _files++;
            _names.Add((path, file));
        }

        return file;
    }

    private static void Settle(Dictionary<string, int> names, (string Path, int? File) name)
    {
        if (name.File is { } file)
        {
            names[name.Path] = file;
        }
        else
        {
            names.Remove(name.Path);
        }
    }

    private static void Settle(Dictionary<int, byte[]> files, int file, DiskEvent one)
    {
        var bytes = files.GetValueOrDefault(file) ?? [];
        switch (one)
        {
            case DiskEvent.Written written:
                Array.Resize(ref bytes, Math.Max(bytes.Length, (int)written.At + written.Bytes.Length));
                written.Bytes.CopyTo(bytes, written.At);
                break;
            case DiskEvent.Cut cut:
                Array.Resize(ref bytes, (int)cut.Length);
                break;
        }

        files[file] = bytes;
    }
}
