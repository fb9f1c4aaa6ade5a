using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SocialOps.PostgreSql.Tests;

/// <summary>A server of a test's own, that it may stop and start.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"socialops-pg-{Guid.NewGuid():N}");

    public string ConnectionString { get; private set; } = "";

    /// <summary>Everything that it writes.</summary>
    public string Folder => _folder;

    public static async Task<PrivateServer> StartAsync()
    {
        _ = TestServer.ConnectionString;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A server is started and stopped by eng/postgres.sh, on Linux.");
        var server = new PrivateServer();
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync() => ConnectionString = (await ScriptAsync("start")).Split('\'')[1];

    /// <summary>As a crash of the machine leaves it.</summary>
    public Task CrashAsync() => ScriptAsync("stop", "immediate");

    public async ValueTask DisposeAsync() => await ScriptAsync("remove");

    private async Task<string> ScriptAsync(string command, string mode = "fast")
    {
        // The server inherits standard error and keeps it open: only the answer is read.
        var start = new ProcessStartInfo("bash", [Script(), command, _folder, mode]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "eng/postgres.sh {0} works", command);
        return answer;
    }

    private static string Script([CallerFilePath] string path = "")
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "eng", "postgres.sh")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException($"eng/postgres.sh is not above {path}.");
        }

        return Path.Combine(folder, "eng", "postgres.sh");
    }
}
