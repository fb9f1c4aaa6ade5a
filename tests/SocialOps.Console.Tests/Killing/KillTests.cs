using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Killing;

/// <summary>
/// Kills the console (SIGKILL) at random moments, starts it again on the same file until it ends by itself, and looks for what was lost or done twice.
/// <c>SOCIALOPS_KILLS</c> sets how often (50), <c>SOCIALOPS_SEED</c> repeats a run's inbox and moments.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly string[] Determined = ["items", "quarantined", "cases", "byCategory", "replies", "unattended"];
    private static readonly string[] Teams = ["PT20M", "PT3H"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Run_KilledAtRandomMoments_LosesAndDoublesNothing()
    {
        var kills = Number("SOCIALOPS_KILLS", 50);
        var seed = Number("SOCIALOPS_SEED", Random.Shared.Next(1_000_000));
        output.WriteLine($"seed {seed}");
        using var folder = new TempFolder();
        var random = new Random(seed);
        var inbox = new InventedInbox(240, seed);
        inbox.Write(folder.File("in.jsonl"));
        var unkilled = new List<(TimeSpan Took, JsonElement Summary)>();
        foreach (var team in Teams)
        {
            unkilled.Add(await UnkilledAsync(folder, team));
        }

        var (runs, done, broken) = (0, 0, new List<string>());
        for (; done < kills; runs++)
        {
            var expected = unkilled[runs % Teams.Length];
            var database = folder.File($"run{runs}.db");
            var run = new KilledRun(random, folder.File("in.jsonl"), database, Teams[runs % Teams.Length]);
            var ended = await run.EndAsync(kills - done, TimeSpan.FromTicks(Math.Min(Longest.Ticks, expected.Took.Ticks)));
            ended.ExitCode.Should().Be(0, "run {0} of seed {1} said: {2}", runs, seed, ended.Errors);
            done += run.Kills;
            broken.AddRange(Promises.Broken(database, inbox).Concat(Differences(expected.Summary, ended.Json)).Select(b => $"run {runs}: {b}"));
        }

        var (lost, doubled) = (Count(broken, "lost"), Count(broken, "doubled"));
        output.WriteLine($"{done} kills in {runs} runs of {inbox.Ids.Count} items: {lost} lost, {doubled} doubled, {broken.Count - lost - doubled} other violations");
        broken.Should().BeEmpty("of seed {0}", seed);
    }

    private static async Task<(TimeSpan Took, JsonElement Summary)> UnkilledAsync(TempFolder folder, string team)
    {
        var watch = Stopwatch.StartNew();
        var result = await ConsoleProcess.RunAsync(KilledRun.Arguments(folder.File("in.jsonl"), folder.File($"unkilled-{team}.db"), team));
        result.ExitCode.Should().Be(0, "{0}", result.Errors);
        return (watch.Elapsed, result.Json);
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual)
    {
        foreach (var name in Determined)
        {
            var (wanted, got) = (expected.GetProperty(name).GetRawText(), actual.GetProperty(name).GetRawText());
            if (wanted != got)
            {
                yield return $"the summary's {name} is {got}, without kills it is {wanted}";
            }
        }
    }

    private static int Count(IEnumerable<string> broken, string what) => broken.Count(b => b.Contains($": {what}", StringComparison.Ordinal));

    private static int Number(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
