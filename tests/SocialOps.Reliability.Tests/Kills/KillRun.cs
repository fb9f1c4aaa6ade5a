using System.Diagnostics;
using SocialOps.FakeNetwork;
using SocialOps.KillWorker;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>Histories, one after the other, until so many workers were killed.</summary>
internal static class KillRun
{
    private const int KillsOfAHistory = 30;

    /// <summary>A planted bug shows itself soon, or in the next history.</summary>
    private const int KillsOfABuggyHistory = 6;

    /// <param name="store"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="kills">How many workers are killed.</param>
    /// <param name="longest">No history begins after so long; <see langword="null"/> for no limit.</param>
    /// <param name="seed">Chooses everything but the moments, which are the machine's.</param>
    /// <param name="bug">A planted bug.</param>
    /// <param name="tell">Hears how it goes.</param>
    /// <param name="found">What a planted bug shows itself by: the run ends when it has.</param>
    public static async Task<KillReport> RunAsync(string store, int kills, TimeSpan? longest, int seed, string? bug, Action<string> tell, string? found = null)
    {
        using var folder = new TempFolder();
        using var clock = SharedClock.Open(folder.File("clock"));
        using var network = FakeNetworkProcess.Start(folder.Path, folder.File("clock"), seed);
        var (report, random, watch) = (new KillReport(seed), new Random(seed), Stopwatch.StartNew());
        while (report.Kills < kills && !(watch.Elapsed > longest) && (bug is null || !report.Broken.Any(b => b.Contains(found ?? "", StringComparison.Ordinal))))
        {
            var here = folder.Folder($"history-{report.Histories}");
            var place = new StorePlace(store, store == "sqlite" ? Path.Combine(here, "ops.db") : $"k_{Environment.ProcessId}_{seed}_{report.Histories}");
            var history = new History(place, network, clock, folder.File("clock"), here, random, store == "sqlite" ? 1 : 2, bug);
            var count = Math.Min(bug is null ? KillsOfAHistory : KillsOfABuggyHistory, kills - report.Kills);
            var broken = await history.RunAsync(count);
            await history.DropAsync();
            report = report with
            {
                Histories = report.Histories + 1,
                Kills = report.Kills + count,
                AtFailpoints = report.AtFailpoints + history.AtFailpoints,
                Pauses = report.Pauses + history.Pauses,
                Deliveries = report.Deliveries + history.Deliveries,
                Posts = report.Posts + Journal.Read(here).Count(e => e.What == "accepted"),
                Took = watch.Elapsed,
                Broken = [.. report.Broken, .. broken.Select(b => $"history {report.Histories}: {b}")],
            };
            tell(report.ToString());
        }

        return report;
    }
}

/// <summary>What the histories showed.</summary>
internal sealed record KillReport(int Seed)
{
    public int Histories { get; init; }

    public int Kills { get; init; }

    public int AtFailpoints { get; init; }

    public int Pauses { get; init; }

    public int Deliveries { get; init; }

    public int Posts { get; init; }

    public TimeSpan Took { get; init; }

    public IReadOnlyList<string> Broken { get; init; } = [];

    public override string ToString()
    {
        var (lost, doubled) = (Count("lost"), Count("doubled"));
        return FormattableString.Invariant($"runs {Histories}, kills {Kills}, lost {lost}, doubled {doubled}, violations {Broken.Count - lost - doubled} (seed {Seed})")
            + FormattableString.Invariant($"; {AtFailpoints} kills at failpoints, {Pauses} pauses, {Deliveries} deliveries, {Posts} posts, {Took.TotalSeconds:0} s");
    }

    private int Count(string what) => Broken.Count(b => b.Contains($": {what}:", StringComparison.Ordinal));
}
