using System.Diagnostics;
using SocialOps.Storage;

namespace SocialOps.Sqlite.Tests;

/// <summary>A process that opens a database, commits a record and holds the file until it is killed.</summary>
internal sealed class HolderProcess : IDisposable
{
    public const string Argument = "--hold";
    private readonly Process _process;

    private HolderProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static async Task<HolderProcess> StartAsync(string path)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { typeof(Program).Assembly.Location, Argument, path } };
        var holder = new HolderProcess(Process.Start(start)!);
        (await holder._process.StandardOutput.ReadLineAsync()).Should().Be("committed");
        return holder;
    }

    public static async Task<int> HoldAsync(string path)
    {
        var store = new SqliteStore(new() { DataSource = path }, TimeProvider.System);
        await store.PutAsync("a");
        var uncommitted = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await uncommitted.PutAsync(StoreUse.Record("b"), 0);
        Console.WriteLine("committed");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
