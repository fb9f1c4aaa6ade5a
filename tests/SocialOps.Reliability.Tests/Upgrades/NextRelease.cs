using System.Diagnostics;

namespace SocialOps.Reliability.Tests.Upgrades;

/// <summary>
/// The release after this one, built from a copy of these sources by <c>eng/next.sh</c>: another migration, and rows of one kind with another payload version. <c>SOCIALOPS_NEXT</c> names the
/// worker of one that was built before.
/// </summary>
public sealed class NextRelease : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>The path of its worker; empty where there is no PostgreSQL to upgrade.</summary>
    public string Worker { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES")))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("SOCIALOPS_NEXT") is { Length: > 0 } built)
        {
            Worker = built;
            return;
        }

        using var process = Process.Start(new ProcessStartInfo("bash", [Repository.File("eng", "next.sh"), _folder.Path]) { RedirectStandardOutput = true })!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "eng/next.sh builds the next release");
        Worker = answer.Trim();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}
