using System.Diagnostics;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests;

/// <summary>Plays histories on a thread of their own, without a synchronisation context: what is awaited goes on where it was let go.</summary>
internal static class HistoryRun
{
    public static T OnItsThread<T>(Func<T> play)
    {
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = play();
            }
            catch (Exception e)
            {
                failure = e;
            }
        }, 16 * 1024 * 1024);
        thread.Start();
        thread.Join();
        return failure is null ? result : throw new InvalidOperationException($"The simulation itself failed: {failure}", failure);
    }

    public static History Play(ulong seed, HistoryPlan? plan = null) => OnItsThread(() => PlayHere(seed, plan ?? HistoryPlan.Standard));

    /// <summary>Plays the histories of the seeds from 1 on.</summary>
    /// <returns>What they were, and the first one with a violation.</returns>
    public static (RunCounts Counts, History? Failed) PlayMany(int count, HistoryPlan? plan = null, ulong first = 1) => OnItsThread(() =>
    {
        var (counts, watch) = (new RunCounts(), Stopwatch.StartNew());
        for (var seed = first; seed < first + (ulong)count; seed++)
        {
            var history = PlayHere(seed, plan ?? HistoryPlan.Standard);
            counts.Add(history, watch.Elapsed);
            if (history.Violations.Count > 0)
            {
                return (counts, history);
            }
        }

        return (counts, (History?)null);
    });

    private static History PlayHere(ulong seed, HistoryPlan plan)
    {
        var history = new History(seed, plan);
        history.Play();
        return history;
    }
}

/// <summary>What many histories were.</summary>
internal sealed class RunCounts
{
    public long Histories { get; private set; }

    public long Commits { get; private set; }

    public long Checks { get; private set; }

    public long Faults { get; private set; }

    public long Stalls { get; private set; }

    public long Deaths { get; private set; }

    public long Posts { get; private set; }

    public long Deliveries { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public void Add(History history, TimeSpan elapsed)
    {
        Histories++;
        (Commits, Checks, Faults) = (Commits + history.Ledger.Commits, Checks + history.Counts.Checks, Faults + history.Counts.Faults);
        (Stalls, Deaths, Posts) = (Stalls + history.Counts.Stalls, Deaths + history.Counts.Deaths, Posts + history.Network.Posts.Count);
        (Deliveries, Elapsed) = (Deliveries + history.Platform.Accepted.Count, elapsed);
    }

    public override string ToString()
        => $"{Histories:N0} histories in {Elapsed.TotalSeconds:N1} s ({Environment.CpuUsage.TotalTime.TotalSeconds:N1} s of processor time since the start): {Deliveries:N0} deliveries, {Posts:N0} posts, {Commits:N0} commits, {Checks:N0} checks of the invariants, {Faults:N0} store faults, {Stalls:N0} stalls, {Deaths:N0} deaths";
}
