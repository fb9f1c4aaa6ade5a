using Spectre.Console;

namespace SocialOps.Console.Desk;

/// <summary>Shows how far a file has been read, where people look.</summary>
internal static class ProgressBar
{
    public static async Task ShowAsync(bool quiet, long total, Func<Action<long>, Task> work)
    {
        if (quiet || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            await work(_ => { });
            return;
        }

        await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask("reading the inbox", maxValue: Math.Max(1, total));
            await work(amount => task.Increment(amount));
        });
    }
}
