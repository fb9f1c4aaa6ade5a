using Xunit.Runner.InProc.SystemConsole;

namespace SocialOps.Sqlite.Tests;

/// <summary>Runs the tests, or is the second process of one.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
        => args is [HolderProcess.Argument, var path] ? await HolderProcess.HoldAsync(path) : await ConsoleRunner.Run(args);
}
