using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.DependencyInjection;
using SocialOps.Tests;

namespace SocialOps.Sqlite.Tests.Restores;

/// <summary>An engine on a file, a backup of it, and an engine on that backup: time and network go on, only the database forgets.</summary>
internal sealed class RestoredOps(TempFolder folder, bool withJournal = true)
{
    private int _restores;
    private string _file = "first.db";

    public string Journal => folder.File("journal");

    public Task<TestOps> StartAsync(TestOps? before = null) => TestOps.StartAsync(store: Store, beside: before);

    public void Store(SocialOpsBuilder builder)
    {
        builder.UseSqlite($"Data Source={folder.File(_file)}");
        if (withJournal)
        {
            builder.UseRecoveryJournal(Journal);
        }
    }

    public void Backup()
    {
        using var source = new SqliteConnection($"Data Source={folder.File(_file)};Mode=ReadOnly;Pooling=False");
        using var copy = new SqliteConnection($"Data Source={folder.File("backup.db")};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }

    /// <summary>The database is lost; its backup takes its place.</summary>
    public async Task<TestOps> RestoreAsync(TestOps lost)
    {
        await lost.DisposeAsync();
        Restore();
        return await StartAsync(lost);
    }

    public void Restore()
    {
        _file = $"restored-{++_restores}.db";
        File.Copy(folder.File("backup.db"), folder.File(_file));
    }
}
