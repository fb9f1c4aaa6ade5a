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
                return (counts, AtEveryCommit(history, plan ?? HistoryPlan.Standard));
            }
        }

        return (counts, (History?)null);
    });

    /// <summary>The same history, looked at more often: it names the first commit that breaks something.</summary>
    private static History AtEveryCommit(History failed, HistoryPlan plan)
        => plan.CheckEvery > 1 && PlayHere(failed.Seed, plan with { CheckEvery = 1 }) is { Violations.Count: > 0 } again ? again : failed;

    private static History PlayHere(ulong seed, HistoryPlan plan)
    {
        var history = new History(seed, plan);
        history.Play();
        return history;
    }
}
