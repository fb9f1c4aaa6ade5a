using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;

namespace SocialOps.Reliability.Tests.Chaos;

/// <summary>A PostgreSQL server of the test's own, that it lets crash and stand still. Its settings are the server's defaults: fsync and synchronous_commit are on.</summary>
internal sealed class ChaosServer : IAsyncDisposable
{
    /// <summary>Beside the other temporary folders: the server runs as a user of its own.</summary>
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"socialops-pg-{Guid.NewGuid():N}");
    private IReadOnlyList<int> _paused = [];

    public string ConnectionString { get; private set; } = "";

    public IPEndPoint EndPoint { get; private set; } = null!;

    public static async Task<ChaosServer> StartAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A server is started and stopped by eng/postgres.sh, on Linux.");
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES")), "SOCIALOPS_POSTGRES is not set: no PostgreSQL server. bash eng/postgres.sh start DIR starts one.");
        var server = new ChaosServer();
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        ConnectionString = $"{(await ScriptAsync("start")).Split('\'')[1]};SSL Mode=Disable";
        EndPoint = new(IPAddress.Loopback, new NpgsqlConnectionStringBuilder(ConnectionString).Port);
    }

    /// <summary>As a crash of the machine leaves it.</summary>
    public Task CrashAsync() => ScriptAsync("stop", "immediate");

    /// <summary>SIGSTOP to the postmaster, so that it starts no more processes, then to all that it has started.</summary>
    public void Pause()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        Signal("STOP", [postmaster]);
        var children = File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => int.Parse(p, CultureInfo.InvariantCulture));
        _paused = [.. children, postmaster];
        Signal("STOP", _paused);
    }

    /// <summary>SIGCONT.</summary>
    public void Continue()
    {
        Signal("CONT", _paused);
        _paused = [];
    }

    /// <summary>A setting of the server as it runs.</summary>
    public async Task<string> SettingAsync(string name)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT current_setting($1)", connection) { Parameters = { new() { Value = name } } };
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        Continue();
        NpgsqlConnection.ClearAllPools();
        await ScriptAsync("remove");
    }

    private static void Signal(string name, IReadOnlyList<int> processes)
    {
        if (processes.Count > 0)
        {
            using var kill = Process.Start("kill", [$"-{name}", .. processes.Select(p => p.ToString(CultureInfo.InvariantCulture))]);
            kill.WaitForExit();
        }
    }

    private async Task<string> ScriptAsync(string command, string mode = "fast")
    {
        // The server inherits standard error and keeps it open: only the answer is read.
        using var process = Process.Start(new ProcessStartInfo("bash", [Repository.File("eng", "postgres.sh"), command, _folder, mode]) { RedirectStandardOutput = true })!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "eng/postgres.sh {0} works", command);
        return answer;
    }
}
