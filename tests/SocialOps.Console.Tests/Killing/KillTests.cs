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
    private static readonly string[] Determined = ["items", "quarantined", "byCategory", "unattended"];
    private static readonly string[] DeterminedWhileCalm = [.. Determined, "cases", "replies"];
    private static readonly (string Team, bool IsCalm)[] Plays = [("PT20M", true), ("PT3H", false), ("PT20M", false), ("PT3H", true)];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Run_KilledAtRandomMoments_LosesAndDoublesNothing()
    {
        var kills = Number("SOCIALOPS_KILLS", 50);
        var seed = Number("SOCIALOPS_SEED", Random.Shared.Next(1_000_000));
        output.WriteLine($"seed {seed}");
        using var folder = new TempFolder();
        var random = new Random(seed);
        var unkilled = new Dictionary<int, Unkilled>();
        var (runs, done, items, broken) = (0, 0, 0, new List<string>());
        for (; done < kills; runs++)
        {
            var (team, isCalm) = Plays[runs % Plays.Length];
            var expected = unkilled.GetValueOrDefault(runs % Plays.Length) ?? (unkilled[runs % Plays.Length] = await Unkilled.OfAsync(folder, team, new(240, seed, isCalm ? InventedInbox.Calm : 15)));
            var database = folder.File($"run{runs}.db");
            var run = new KilledRun(random, expected.File, database, team);
            var ended = await run.EndAsync(kills - done, TimeSpan.FromTicks(Math.Min(Longest.Ticks, expected.Took.Ticks)));
            ended.ExitCode.Should().Be(0, "run {0} of seed {1} said: {2}", runs, seed, ended.Errors);
            (done, items) = (done + run.Kills, items + expected.Inbox.Ids.Count);
            broken.AddRange(Promises.Broken(database, expected.Inbox).Concat(Differences(isCalm ? DeterminedWhileCalm : Determined, expected.Summary, ended.Json)).Select(b => $"run {runs}: {b}"));
        }

        var (lost, doubled) = (Count(broken, "lost"), Count(broken, "doubled"));
        output.WriteLine($"{done} kills in {runs} runs of {items} items: {lost} lost, {doubled} doubled, {broken.Count - lost - doubled} other violations");
        broken.Should().BeEmpty("of seed {0}", seed);
    }

    private static IEnumerable<string> Differences(string[] determined, JsonElement expected, JsonElement actual)
    {
        foreach (var name in determined)
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
