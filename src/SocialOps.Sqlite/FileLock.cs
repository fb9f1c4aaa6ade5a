using System.Globalization;

namespace SocialOps.Sqlite;

/// <summary>
/// The right to a database file, for one store in one process. The operating system holds it, so it vanishes with a killed process. The lock file itself stays:
/// removing it could leave two processes each with a lock of its own.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly DatabaseFile _file;

    private FileLock(FileStream held, DatabaseFile file)
    {
        (_lock, _file) = (held, file);
        WasUnclean = File.Exists(file.ProcessId) || new FileInfo(file.Wal) is { Exists: true, Length: > 0 }; // a reader leaves an empty log behind
        File.WriteAllText(file.ProcessId, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether the store before this one did not close the file.</summary>
    public bool WasUnclean { get; }

    /// <exception cref="StoreUnavailableException">Another store has the file, or its directory cannot be written.</exception>
    public static FileLock Take(DatabaseFile file)
    {
        FileStream? held = null;
        try
        {
            held = new(file.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new(held, file);
        }
        catch (UnauthorizedAccessException e)
        {
            held?.Dispose();
            throw new StoreUnavailableException($"The directory of the database '{file.Path}' cannot be written: {e.Message} Give this process the right to.", e);
        }
        catch (IOException e) when (held is null && File.Exists(file.Lock))
        {
            throw new StoreUnavailableException(
                $"The database '{file.Path}' is open in {Holder(file)}. SQLite is the store for one process; UsePostgreSql is the store for several processes.", e);
        }
        catch (IOException e)
        {
            held?.Dispose();
            throw new StoreUnavailableException($"The lock file '{file.Lock}' cannot be made: {e.Message}", e);
        }
    }

    /// <summary>Records that the file was closed as it should be.</summary>
    public void MarkClean() => File.Delete(_file.ProcessId);

    public void Dispose() => _lock.Dispose();

    private static string Holder(DatabaseFile file)
    {
        try
        {
            var id = int.Parse(File.ReadAllText(file.ProcessId), CultureInfo.InvariantCulture);
            return id == Environment.ProcessId ? $"this process ({id}) already, by another store" : $"process {id}";
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
