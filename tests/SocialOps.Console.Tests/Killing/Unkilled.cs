using System.Diagnostics;
using System.Text.Json;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Killing;

/// <summary>What a run becomes that nobody kills.</summary>
internal sealed record Unkilled(InventedInbox Inbox, string File, TimeSpan Took, JsonElement Summary)
{
    public static async Task<Unkilled> OfAsync(TempFolder folder, string team, InventedInbox inbox)
    {
        var name = $"{team}-{inbox.Ids.Count}-{Guid.NewGuid():N}";
        var file = folder.File(name + ".jsonl");
        inbox.Write(file);
        var watch = Stopwatch.StartNew();
        var result = await ConsoleProcess.RunAsync(KilledRun.Arguments(file, folder.File(name + ".db"), team));
        result.ExitCode.Should().Be(0, "{0}", result.Errors);
        return new(inbox, file, watch.Elapsed, result.Json);
    }
}
