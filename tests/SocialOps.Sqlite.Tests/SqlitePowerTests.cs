using System.Diagnostics;

namespace SocialOps.Sqlite.Tests;

public sealed class SqlitePowerTests
{
    [Fact]
    public async Task Commit_Acknowledged_WasSyncedToTheDiskBefore()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "strace is a tool of Linux.");
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "eng", "fsyncs.sh")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("eng/fsyncs.sh is not above the tests.");
        }

        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(folder, "eng", "fsyncs.sh"), "100", "--no-build"]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.SkipWhen(said.StartsWith("skipped", StringComparison.Ordinal), said);
        process.ExitCode.Should().Be(0, "it said: {0}", said);
        said.Should().StartWith("100 commits acknowledged, 0 without a sync before");
    }
}
