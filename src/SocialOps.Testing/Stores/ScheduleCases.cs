using NodaTime;
using SocialOps.Work;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>Work rows before anybody claims them.</summary>
internal static class ScheduleCases
{
    public static void AddTo(CaseList cases)
    {
        cases.Add(Schedule_NewRow_ComesBackAsDrafted);
        cases.Add(Schedule_SameKey_WritesNothing);
        cases.Add(Schedule_SameKeyInOneTransaction_WritesOnce);
        cases.Add(Schedule_KeyOfDoneRow_StaysTaken);
        cases.Add(Schedule_KeyOfDeadRow_StaysTaken);
        cases.Add(Schedule_SameKeyOfAnotherKind_IsAnotherRow);
        cases.Add(Schedule_PartsOfAMicrosecond_RoundUp);
        cases.Add(Schedule_EmptyPayload_ComesBackEmpty);
        cases.Add(Schedule_UnsoundDraft_IsRefused);
        cases.Add(QueryWork_Rows_ComeInOrderOfDueAndId);
        cases.Add(QueryWork_EveryCondition_Holds);
        cases.Add(QueryWork_Pages_JoinToTheWhole);
        cases.Add(QueryWork_ImpossibleArguments_AreRefused);
    }

    private static async Task Schedule_NewRow_ComesBackAsDrafted(StoreFixture store)
    {
        var draft = Draft("key-1", Now + Duration.FromHours(1), WorkClass.Urgent, version: 3);
        Expect.That(await store.TryScheduleAsync(A, draft).ConfigureAwait(false), "A new row is written.");
        var row = (await store.WorkAsync(A).ConfigureAwait(false)).Single();
        Expect.Equal(
            (A, draft.Kind, draft.SubjectId, draft.Class, draft.DueAt, draft.DedupeKey, 3),
            (row.Tenant, row.Kind, row.SubjectId, row.Class, row.DueAt, row.DedupeKey, row.PayloadVersion),
            "A row is as drafted");
        Expect.Equal((WorkState.Open, 0, 0, null), (row.State, row.Fence, row.Attempt, row.LastError), "A new row is open and was never claimed");
        Expect.Sequence(draft.Payload.ToArray(), row.Payload.ToArray(), "The payload is as drafted");
    }

    private static async Task Schedule_SameKey_WritesNothing(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("key-1", subject: "first")).ConfigureAwait(false);
        Expect.That(!await store.TryScheduleAsync(A, Draft("key-1", subject: "second")).ConfigureAwait(false), "A dedupe key that is taken is said to be.");
        Expect.Sequence(["first"], (await store.WorkAsync(A).ConfigureAwait(false)).Select(r => r.SubjectId), "The first row stays as it was");
    }

    private static Task Schedule_SameKeyInOneTransaction_WritesOnce(StoreFixture store) => store.WriteAsync(A, async t =>
    {
        Expect.That(await t.ScheduleAsync(Draft("key-1")).ConfigureAwait(false), "The first row is written.");
        Expect.That(!await t.ScheduleAsync(Draft("key-1")).ConfigureAwait(false), "The second of the same transaction is not.");
        Expect.Equal(1, (await t.QueryWorkAsync(new()).ConfigureAwait(false)).Items.Count, "One row stands");
    });

    private static async Task Schedule_KeyOfDoneRow_StaysTaken(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), WorkOutcome.Done).ConfigureAwait(false);
        Expect.That(!await store.TryScheduleAsync(A, Draft("key-1")).ConfigureAwait(false), "A done row's dedupe key stays taken.");
    }

    private static async Task Schedule_KeyOfDeadRow_StaysTaken(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), new WorkOutcome.Dead("no")).ConfigureAwait(false);
        Expect.That(!await store.TryScheduleAsync(A, Draft("key-1")).ConfigureAwait(false), "A dead row's dedupe key stays taken.");
    }

    private static async Task Schedule_SameKeyOfAnotherKind_IsAnotherRow(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("key-1")).ConfigureAwait(false);
        Expect.That(await store.TryScheduleAsync(A, Draft("key-1", kind: "notify")).ConfigureAwait(false), "A dedupe key is unique within its kind only.");
    }

    private static async Task Schedule_PartsOfAMicrosecond_RoundUp(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("key-1", Now + Duration.FromNanoseconds(1_001)), Draft("key-2", Now + Duration.FromNanoseconds(3_000))).ConfigureAwait(false);
        Expect.Sequence(
            [Now + Duration.FromNanoseconds(2_000), Now + Duration.FromNanoseconds(3_000)],
            (await store.WorkAsync(A).ConfigureAwait(false)).Select(r => r.DueAt),
            "A due instant is rounded up to the microsecond, so that nothing runs early");
    }

    private static async Task Schedule_EmptyPayload_ComesBackEmpty(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("key-1", payload: "")).ConfigureAwait(false);
        Expect.Equal(0, (await store.ClaimAsync().ConfigureAwait(false)).Single().Payload.Length, "An empty payload stays empty");
    }

    private static async Task Schedule_UnsoundDraft_IsRefused(StoreFixture store)
    {
        WorkDraft[] drafts =
        [
            Draft(""), Draft("a\0"), Draft(new('x', 401)), Draft("key", kind: ""), Draft("key", subject: "\uD800"),
            Draft("key") with { Payload = new byte[(4 * 1024 * 1024) + 1] }, Draft("key", queue: (WorkClass)3),
        ];
        foreach (var draft in drafts)
        {
            await Expect.ThrowsAsync<ArgumentException>(() => new(store.TryScheduleAsync(A, draft)), "A draft that no store could hold is refused").ConfigureAwait(false);
        }
    }

    private static async Task QueryWork_Rows_ComeInOrderOfDueAndId(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("1", Now + Lease), Draft("2"), Draft("3", queue: WorkClass.Urgent), Draft("4", Now - Lease, WorkClass.Bulk)).ConfigureAwait(false);
        var rows = await store.WorkAsync(A).ConfigureAwait(false);
        Expect.Sequence(["4", "2", "3", "1"], rows.Select(r => r.DedupeKey), "Rows come by due instant, then in the order of scheduling, whatever their class");
        Expect.That(rows[1].Id < rows[2].Id, "A tenant's rows are numbered in the order of scheduling.");
    }

    private static async Task QueryWork_EveryCondition_Holds(StoreFixture store)
    {
        await store.FinishAsync(await store.ClaimOneAsync("done").ConfigureAwait(false), WorkOutcome.Done).ConfigureAwait(false);
        await store.FinishAsync(await store.ClaimOneAsync("dead").ConfigureAwait(false), new WorkOutcome.Dead("no")).ConfigureAwait(false);
        await store.ScheduleAsync(A, Draft("open"), Draft("other", subject: "case-2"), Draft("notify", kind: "notify"), Draft("later", Now + Lease)).ConfigureAwait(false);
        await ListsAsync(store, new(), "open", "other", "notify", "later").ConfigureAwait(false);
        await ListsAsync(store, new(State: null), "done", "dead", "open", "other", "notify", "later").ConfigureAwait(false);
        await ListsAsync(store, new(WorkState.Done), "done").ConfigureAwait(false);
        await ListsAsync(store, new(WorkState.Dead), "dead").ConfigureAwait(false);
        await ListsAsync(store, new(Kind: Clock), "open", "other", "later").ConfigureAwait(false);
        await ListsAsync(store, new(SubjectId: "case-1"), "open", "notify", "later").ConfigureAwait(false);
        await ListsAsync(store, new(DueBefore: Now + Lease), "open", "other", "notify").ConfigureAwait(false);
        await ListsAsync(store, new(DueBefore: Now + Lease + Duration.FromNanoseconds(1)), "open", "other", "notify", "later").ConfigureAwait(false);
        await ListsAsync(store, new(null, Clock, "case-1", Now + Lease), "done", "dead", "open").ConfigureAwait(false);
    }

    private static async Task QueryWork_Pages_JoinToTheWhole(StoreFixture store)
    {
        await store.ScheduleAsync(A, [.. Enumerable.Range(0, 10).Select(i => Draft($"{i}", Now + (Lease * (i * 7 % 4)), (WorkClass)(i % 3), subject: $"case-{i % 2}"))]).ConfigureAwait(false);
        foreach (var query in (WorkQuery[])[new(), new(State: null), new(SubjectId: "case-1"), new(DueBefore: Now + (Lease * 3))])
        {
            var whole = (await store.WorkAsync(A, query).ConfigureAwait(false)).Select(r => r.Id).ToList();
            foreach (var limit in (int[])[1, 3, whole.Count])
            {
                var joined = await PagesAsync(
                    next => store.ReadAsync(A, t => t.QueryWorkAsync(query with { Limit = limit, Continue = next })), limit).ConfigureAwait(false);
                Expect.Sequence(whole, joined.Select(r => r.Id), $"Pages of {limit} join to the whole of {query}");
            }
        }
    }

    private static async Task QueryWork_ImpossibleArguments_AreRefused(StoreFixture store)
    {
        foreach (var query in (WorkQuery[])[new(Limit: 0), new(Limit: 1_001), new(Continue: "?")])
        {
            await Expect.ThrowsAsync<ArgumentException>(() => new(store.WorkAsync(A, query)), $"{query} is refused").ConfigureAwait(false);
        }
    }

    private static async Task ListsAsync(StoreFixture store, WorkQuery query, params string[] keys)
        => Expect.Sequence(keys, (await store.WorkAsync(A, query).ConfigureAwait(false)).Select(r => r.DedupeKey), $"{query} lists the rows for which every condition holds");
}
