using System.Globalization;
using System.Text;
using SocialOps.Work;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>Several at once.</summary>
internal static class RaceCases
{
    private const int Racers = 4;
    private const int Rounds = 25;

    public static void AddTo(CaseList cases)
    {
        cases.Add(Put_TwoReadTheSameVersion_OneConflicts);
        cases.Add(Put_ManyWriters_LoseNoUpdate);
        cases.Add(Put_ManyCreators_OneWins);
        cases.Add(Schedule_ManyWithTheSameKey_OneWins);
        cases.Add(Claim_ManyWorkers_NeverGetTheSameRow);
        cases.Add(Finish_ManyUnderOneFence_OneWins);
    }

    private static async Task Put_TwoReadTheSameVersion_OneConflicts(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", body: "0")).ConfigureAwait(false);
        var wins = await RaceAsync(racer => TryAsync(() => store.PutAsync(A, Record("x", body: $"{racer}"), 1))).ConfigureAwait(false);
        Expect.Equal(1, wins, "Of writers that read the same version one wins");
        Expect.Equal(2, (await store.GetAsync(A, "x").ConfigureAwait(false)).Version, "One write happened");
    }

    private static async Task Put_ManyWriters_LoseNoUpdate(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", body: "0")).ConfigureAwait(false);
        await RaceAsync(async _ =>
        {
            for (var done = 0; done < Rounds;)
            {
                var read = await store.GetAsync(A, "x").ConfigureAwait(false);
                var next = int.Parse(Encoding.UTF8.GetString(read.Body.Span), CultureInfo.InvariantCulture) + 1;
                done += await TryAsync(() => store.PutAsync(A, Record("x", body: next.ToString(CultureInfo.InvariantCulture)), read.Version)).ConfigureAwait(false);
            }

            return 1;
        }).ConfigureAwait(false);
        var last = await store.GetAsync(A, "x").ConfigureAwait(false);
        Expect.Equal(((Racers * Rounds) + 1, $"{Racers * Rounds}"), (last.Version, Encoding.UTF8.GetString(last.Body.Span)), "No update is lost");
    }

    private static async Task Put_ManyCreators_OneWins(StoreFixture store)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var id = $"{round}";
            Expect.Equal(1, await RaceAsync(_ => TryAsync(() => store.PutAsync(A, Record(id)))).ConfigureAwait(false), "Of creators of the same record one wins");
        }
    }

    private static async Task Schedule_ManyWithTheSameKey_OneWins(StoreFixture store)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var key = $"{round}";
            var wins = await RaceAsync(async _ => await store.TryScheduleAsync(A, Draft(key)).ConfigureAwait(false) ? 1 : 0).ConfigureAwait(false);
            Expect.Equal(1, wins, "Of rows with the same dedupe key one is written");
        }
    }

    private static async Task Claim_ManyWorkers_NeverGetTheSameRow(StoreFixture store)
    {
        const int rows = 200;
        await store.ScheduleAsync(A, [.. Enumerable.Range(0, rows / 2).Select(i => Draft($"{i}"))]).ConfigureAwait(false);
        await store.ScheduleAsync(B, [.. Enumerable.Range(0, rows / 2).Select(i => Draft($"{i}"))]).ConfigureAwait(false);
        var taken = new List<(TenantId, long)>();
        await RaceAsync(async _ =>
        {
            while (await store.ClaimAsync(Request(7)).ConfigureAwait(false) is { Count: > 0 } claimed)
            {
                lock (taken)
                {
                    taken.AddRange(claimed.Select(r => (r.Tenant, r.Id)));
                    Expect.That(taken.Count <= rows, "Every row is claimed once.");
                }
            }

            return 1;
        }).ConfigureAwait(false);
        Expect.Equal((rows, rows), (taken.Count, taken.Distinct().Count()), "Every row is claimed once, nobody gets another's");
    }

    private static async Task Finish_ManyUnderOneFence_OneWins(StoreFixture store)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var claimed = await store.ClaimOneAsync($"{round}").ConfigureAwait(false);
            Expect.Equal(1, await RaceAsync(_ => TryAsync(() => store.FinishAsync(claimed, WorkOutcome.Done))).ConfigureAwait(false), "A claim ends once");
        }
    }

    private static async Task<int> RaceAsync(Func<int, Task<int>> run)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var racers = Enumerable.Range(0, Racers).Select(racer => Task.Run(async () =>
        {
            await start.Task.ConfigureAwait(false);
            return await run(racer).ConfigureAwait(false);
        })).ToList();
        start.SetResult();
        return (await Task.WhenAll(racers).ConfigureAwait(false)).Sum();
    }

    private static async Task<int> TryAsync(Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
            return 1;
        }
        catch (Exception e) when (e is ConcurrencyConflictException or StaleLeaseException)
        {
            return 0;
        }
    }
}
