using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Killing;

/// <summary>One run on one file: killed and started again until it ends by itself.</summary>
internal sealed class KilledRun(Random random, string inbox, string database, string team)
{
    public int Kills { get; private set; }

    public static string[] Arguments(string inbox, string database, string team)
        => ["run", "--agency", ConsoleProcess.SampleAgency, "--inbox", inbox, "--db", database, "--team", team, "--json"];

    /// <param name="mostKills">It is killed at most so often.</param>
    /// <param name="longest">A kill comes at a random moment up to here; every second one waits from there for the next post, which nobody has recorded yet.</param>
    public async Task<ConsoleResult> EndAsync(int mostKills, TimeSpan longest)
    {
        while (Kills < mostKills)
        {
            using var process = ConsoleProcess.Start(Arguments(inbox, database, team));
            var (delay, atPost) = (longest * random.NextDouble(), random.Next(2) == 0);
            if (await process.KillAfterAsync(delay, atPost ? $"{database}.outbox.jsonl" : null) is { } ended)
            {
                return ended;
            }

            Kills++;
        }

        return await ConsoleProcess.RunAsync(Arguments(inbox, database, team));
    }
}
