namespace SocialOps.Sqlite;

/// <summary>Tells whether a path is on a network file system, whose locks and syncs SQLite cannot rely on.</summary>
internal static class NetworkFileSystem
{
    private const string Mounts = "/proc/self/mounts";

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "lustre", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "davfs", "fuse.davfs",
    };

    /// <summary>The network file system's name, or <see langword="null"/>.</summary>
    public static string? Of(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return path.StartsWith(@"\\", StringComparison.Ordinal) ? "UNC" : null;
        }

        return File.Exists(Mounts) ? Of(path, File.ReadAllText(Mounts)) : null;
    }

    /// <param name="path">A full path.</param>
    /// <param name="mounts">Lines of device, mount point, type and more, with blanks between; a blank in a name is <c>\040</c>.</param>
    public static string? Of(string path, string mounts)
    {
        var (best, type) = (-1, "");
        foreach (var line in mounts.Split('\n'))
        {
            var fields = line.Split(' ');
            if (fields.Length < 3)
            {
                continue;
            }

            var point = fields[1].Replace("\\040", " ", StringComparison.Ordinal).TrimEnd('/');
            if (point.Length >= best && path.StartsWith($"{point}/", StringComparison.Ordinal))
            {
                (best, type) = (point.Length, fields[2]);
            }
        }

        return Types.Contains(type) ? type : null;
    }
}
