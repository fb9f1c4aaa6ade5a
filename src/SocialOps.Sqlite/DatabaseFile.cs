namespace SocialOps.Sqlite;

/// <summary>The database file and the files beside it.</summary>
internal sealed record DatabaseFile(string Path)
{
    public string Wal => $"{Path}-wal";

    public string Lock => $"{Path}.lock";

    /// <summary>Stands while a store has the file open: it names the process, and left over it tells of an unclean stop.</summary>
    public string ProcessId => $"{Path}.pid";

    /// <summary>Finds the file and refuses places where it would not be safe.</summary>
    /// <exception cref="StoreUnavailableException">The directory is missing, the file is read-only or a directory, or the file system is a network's.</exception>
    public static DatabaseFile Locate(string dataSource)
    {
        var path = System.IO.Path.GetFullPath(dataSource);
        path = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
        var directory = System.IO.Path.GetDirectoryName(path);
        if (directory is null || !Directory.Exists(directory))
        {
            throw new StoreUnavailableException($"The directory '{directory}' of the database does not exist. Create it, or correct DataSource.");
        }

        if (Directory.Exists(path))
        {
            throw new StoreUnavailableException($"'{path}' is a directory. DataSource must be the path of a file in it.");
        }

        if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
        {
            throw new StoreUnavailableException($"The database '{path}' is read-only. Give this process the right to write it, or correct DataSource.");
        }

        if (NetworkFileSystem.Of(path) is { } network)
        {
            throw new StoreUnavailableException($"The database '{path}' is on a network file system ({network}), where SQLite loses data. Put it on a local disk, or use UsePostgreSql.");
        }

        return new(path);
    }
}
