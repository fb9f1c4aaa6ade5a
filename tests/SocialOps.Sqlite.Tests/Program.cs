using SocialOps.Sqlite.Tests.Clocks;
using Xunit.Runner.InProc.SystemConsole;

namespace SocialOps.Sqlite.Tests;

/// <summary>Runs the tests, or is the second process of one.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
        => args switch
        {
            [HolderProcess.Argument, var path] => await HolderProcess.HoldAsync(path),
            [CommitProcess.Argument, var path, var count, "NORMAL"] => await CommitProcess.CommitWithoutSyncAsync(path, count),
            [CommitProcess.Argument, var path, var count, ..] => await CommitProcess.CommitAsync(path, count),
            [ClockProcess.Argument, var folder, var clock, var runs, var seed] => await ClockProcess.RunAsync(folder, clock, runs, seed),
            _ => await ConsoleRunner.Run(args),
        };
}
