using NodaTime;
using SocialOps.Work;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>How long a claim holds and how it ends.</summary>
internal static class LeaseCases
{
    private static readonly Instant Later = Now + Duration.FromHours(1);

    public static void AddTo(CaseList cases)
    {
        cases.Add(Lease_RanOut_RowIsClaimedAgain);
        cases.Add(Finish_Done_EndsRowAndEmptiesPayload);
        cases.Add(Finish_Superseded_RecordsWhy);
        cases.Add(Finish_RetryAt_IsDueAgainThen);
        cases.Add(Finish_Dead_WaitsForAPerson);
        cases.Add(Finish_UnsoundError_IsRepaired);
        cases.Add(Finish_LeaseRanOutButNobodyClaimed_IsPossible);
        cases.Add(Finish_OlderFence_IsStale);
        cases.Add(Finish_FenceThatNeverWas_IsStale);
        cases.Add(Finish_RowThatIsNotThere_IsStale);
        cases.Add(Finish_NeverClaimedRow_IsStale);
        cases.Add(Finish_Twice_IsStale);
        cases.Add(Finish_TwiceInOneTransaction_IsStale);
        cases.Add(Finish_AfterRetryUnderTheSameFence_IsStale);
        cases.Add(Finish_RolledBack_LeavesTheClaim);
        cases.Add(Extend_CurrentLease_LastsFromNowOn);
        cases.Add(Extend_OlderFence_IsNotCurrent);
        cases.Add(Extend_EndedClaims_AreNotCurrent);
        cases.Add(Extend_NoLength_IsRefused);
    }

    private static async Task Lease_RanOut_RowIsClaimedAgain(StoreFixture store)
    {
        var first = await store.ClaimOneAsync().ConfigureAwait(false);
        var second = await ReclaimAsync(store).ConfigureAwait(false);
        Expect.Equal((first.Id, 2, 2), (second.Id, second.Fence, second.Attempt), "A row whose lease ran out is due again, under the next fence");
    }

    private static async Task Finish_Done_EndsRowAndEmptiesPayload(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), WorkOutcome.Done).ConfigureAwait(false);
        await EndedAsync(store, WorkState.Done, null, hasPayload: false).ConfigureAwait(false);
    }

    private static async Task Finish_Superseded_RecordsWhy(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), WorkOutcome.Superseded("acknowledged before")).ConfigureAwait(false);
        await EndedAsync(store, WorkState.Done, "acknowledged before", hasPayload: false).ConfigureAwait(false);
    }

    private static async Task Finish_RetryAt_IsDueAgainThen(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), new WorkOutcome.RetryAt(Later, "not yet")).ConfigureAwait(false);
        var row = (await store.WorkAsync(A).ConfigureAwait(false)).Single();
        Expect.Equal((WorkState.Open, Later, "not yet", false), (row.State, row.DueAt, row.LastError, row.Payload.IsEmpty), "A row to be retried is open, with its error and its payload");
        var early = await store.Queue.ClaimAsync(Request(now: Later - Lease)).ConfigureAwait(false);
        Expect.Equal((0, Later), (early.Items.Count, early.NextDueAt), "It is not due before");
        var again = (await store.ClaimAsync(Request(now: Later)).ConfigureAwait(false)).Single();
        Expect.Equal((2, 2), (again.Fence, again.Attempt), "It needs no lease to run out, and it is the second attempt");
    }

    private static async Task Finish_Dead_WaitsForAPerson(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), new WorkOutcome.Dead("gave up")).ConfigureAwait(false);
        await EndedAsync(store, WorkState.Dead, "gave up", hasPayload: true).ConfigureAwait(false);
    }

    private static async Task Finish_UnsoundError_IsRepaired(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), new WorkOutcome.RetryAt(Later, "a\0b\uD83D")).ConfigureAwait(false);
        Expect.Equal("a\uFFFDb\uFFFD", (await store.WorkAsync(A).ConfigureAwait(false)).Single().LastError, "An error text that not every store can hold is repaired, not refused");
    }

    private static async Task Finish_LeaseRanOutButNobodyClaimed_IsPossible(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await store.PassLeaseTimeAsync(Lease * 2).ConfigureAwait(false);
        await store.FinishAsync(claimed, WorkOutcome.Done).ConfigureAwait(false);
        await EndedAsync(store, WorkState.Done, null, hasPayload: false).ConfigureAwait(false);
    }

    private static async Task Finish_OlderFence_IsStale(StoreFixture store)
    {
        var first = await store.ClaimOneAsync().ConfigureAwait(false);
        var second = await ReclaimAsync(store).ConfigureAwait(false);
        foreach (var outcome in (WorkOutcome[])[WorkOutcome.Done, new WorkOutcome.RetryAt(Later, "no"), new WorkOutcome.Dead("no")])
        {
            var stale = await Expect.ThrowsAsync<StaleLeaseException>(() => new(store.FinishAsync(first, outcome)), "An older fence ends nothing").ConfigureAwait(false);
            Expect.Equal((first.Id, 1), (stale.WorkId, stale.Fence), "The refusal names row and fence");
        }

        var row = (await store.WorkAsync(A).ConfigureAwait(false)).Single();
        Expect.Equal((WorkState.Open, Now, null), (row.State, row.DueAt, row.LastError), "The row is as before");
        await store.FinishAsync(second, WorkOutcome.Done).ConfigureAwait(false);
    }

    private static async Task Finish_FenceThatNeverWas_IsStale(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await StaleAsync(store, claimed with { Fence = 2 }).ConfigureAwait(false);
        await StaleAsync(store, claimed with { Fence = 0 }).ConfigureAwait(false);
    }

    private static async Task Finish_RowThatIsNotThere_IsStale(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await StaleAsync(store, claimed with { Id = claimed.Id + 1 }).ConfigureAwait(false);
        await StaleAsync(store, claimed with { Id = 0 }).ConfigureAwait(false);
        await StaleAsync(store, claimed with { Id = long.MaxValue }).ConfigureAwait(false);
    }

    private static async Task Finish_NeverClaimedRow_IsStale(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("key-1")).ConfigureAwait(false);
        await StaleAsync(store, (await store.WorkAsync(A).ConfigureAwait(false)).Single()).ConfigureAwait(false);
    }

    private static async Task Finish_Twice_IsStale(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await store.FinishAsync(claimed, WorkOutcome.Done).ConfigureAwait(false);
        await StaleAsync(store, claimed).ConfigureAwait(false);
    }

    private static async Task Finish_TwiceInOneTransaction_IsStale(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await Expect.ThrowsAsync<StaleLeaseException>(
            () => new(store.WriteAsync(A, async t =>
            {
                await t.FinishAsync(claimed.Lease, WorkOutcome.Done).ConfigureAwait(false);
                await t.FinishAsync(claimed.Lease, WorkOutcome.Done).ConfigureAwait(false);
            })),
            "A claim ends once").ConfigureAwait(false);
    }

    private static async Task Finish_AfterRetryUnderTheSameFence_IsStale(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await store.FinishAsync(claimed, new WorkOutcome.RetryAt(Later, "not yet")).ConfigureAwait(false);
        await StaleAsync(store, claimed).ConfigureAwait(false);
    }

    private static async Task Finish_RolledBack_LeavesTheClaim(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        var transaction = await store.Store.BeginAsync(A, Storage.StoreAccess.Write).ConfigureAwait(false);
        await transaction.FinishAsync(claimed.Lease, WorkOutcome.Done).ConfigureAwait(false);
        await transaction.DisposeAsync().ConfigureAwait(false);
        Expect.Equal(0, (await store.ClaimAsync().ConfigureAwait(false)).Count, "The lease goes on");
        await store.FinishAsync(claimed, WorkOutcome.Done).ConfigureAwait(false);
    }

    private static async Task Extend_CurrentLease_LastsFromNowOn(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await store.PassLeaseTimeAsync(Lease * 0.5).ConfigureAwait(false);
        var current = await store.Queue.ExtendAsync(A, [claimed.Lease], Lease).ConfigureAwait(false);
        Expect.Sequence([claimed.Lease], current, "A current lease is renewed under the same fence");
        await store.PassLeaseTimeAsync(Lease * 0.75).ConfigureAwait(false);
        Expect.Equal(0, (await store.ClaimAsync().ConfigureAwait(false)).Count, "A renewed lease outlasts its first end");
        await store.PassLeaseTimeAsync(Lease * 0.5).ConfigureAwait(false);
        Expect.Equal(1, (await store.ClaimAsync().ConfigureAwait(false)).Count, "A renewed lease ends its length after the renewal");
    }

    private static async Task Extend_OlderFence_IsNotCurrent(StoreFixture store)
    {
        var first = await store.ClaimOneAsync().ConfigureAwait(false);
        var second = await ReclaimAsync(store).ConfigureAwait(false);
        var current = await store.Queue.ExtendAsync(A, [first.Lease, second.Lease, new(second.Id + 1, 1)], Lease).ConfigureAwait(false);
        Expect.Sequence([second.Lease], current, "Only the current lease is renewed");
    }

    private static async Task Extend_EndedClaims_AreNotCurrent(StoreFixture store)
    {
        var done = await store.ClaimOneAsync("1").ConfigureAwait(false);
        await store.FinishAsync(done, WorkOutcome.Done).ConfigureAwait(false);
        var retried = await store.ClaimOneAsync("2").ConfigureAwait(false);
        await store.FinishAsync(retried, new WorkOutcome.RetryAt(Now, "again")).ConfigureAwait(false);
        Expect.Sequence([], await store.Queue.ExtendAsync(A, [done.Lease, retried.Lease], Lease).ConfigureAwait(false), "A claim that has ended is not renewed");
        Expect.Equal(1, (await store.ClaimAsync().ConfigureAwait(false)).Count, "The row to be retried is free");
    }

    private static async Task Extend_NoLength_IsRefused(StoreFixture store)
        => await Expect.ThrowsAsync<ArgumentException>(
            async () => await store.Queue.ExtendAsync(A, [], Duration.Zero).ConfigureAwait(false), "A lease has a length").ConfigureAwait(false);

    private static async Task<WorkItem> ReclaimAsync(StoreFixture store)
    {
        await store.PassLeaseTimeAsync(Lease * 2).ConfigureAwait(false);
        var claimed = await store.ClaimAsync().ConfigureAwait(false);
        Expect.Equal(1, claimed.Count, "A row whose lease ran out is due again");
        return claimed[0];
    }

    private static Task StaleAsync(StoreFixture store, WorkItem row)
        => Expect.ThrowsAsync<StaleLeaseException>(() => new(store.FinishAsync(row, WorkOutcome.Done)), $"Fence {row.Fence} of row {row.Id} is not the current claim");

    private static async Task EndedAsync(StoreFixture store, WorkState state, string? error, bool hasPayload)
    {
        var row = (await store.WorkAsync(A).ConfigureAwait(false)).Single();
        Expect.Equal((state, error, hasPayload), (row.State, row.LastError, !row.Payload.IsEmpty), "State, last error and payload of the ended row");
        await store.PassLeaseTimeAsync(Lease * 2).ConfigureAwait(false);
        var claim = await store.Queue.ClaimAsync(Request(now: Later)).ConfigureAwait(false);
        Expect.Equal((0, null), (claim.Items.Count, claim.NextDueAt), "An ended row is never due again");
    }
}
