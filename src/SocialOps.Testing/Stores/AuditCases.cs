using NodaTime;
using SocialOps.Auditing;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>Audit events.</summary>
internal static class AuditCases
{
    public static void AddTo(CaseList cases)
    {
        cases.Add(Append_Event_ComesBackAsWritten);
        cases.Add(Append_Events_ComeInOrderOfAppending);
        cases.Add(Append_UnsoundDetail_IsRepaired);
        cases.Add(Append_UnsoundEvent_IsRefused);
        cases.Add(QueryAudit_EveryCondition_Holds);
        cases.Add(QueryAudit_Pages_JoinToTheWhole);
        cases.Add(QueryAudit_ImpossibleArguments_AreRefused);
    }

    private static async Task Append_Event_ComesBackAsWritten(StoreFixture store)
    {
        var written = new AuditEvent(Now + Duration.FromNanoseconds(1_999), Actor.ClientContact("c-1", "mail"), "case.closed", "case-9", "Because it's “done” 😀.");
        await AppendAsync(store, written).ConfigureAwait(false);
        var read = (await store.AuditAsync(A).ConfigureAwait(false)).Single();
        Expect.Equal(written with { At = Now + Duration.FromNanoseconds(1_000), Sequence = read.Sequence }, read, "An event is as written, its instant in whole microseconds");
        Expect.That(read.Sequence > 0, "An appended event has a number.");
    }

    private static async Task Append_Events_ComeInOrderOfAppending(StoreFixture store)
    {
        await AppendAsync(store, Event("3"), Event("1") with { At = Now - Lease }).ConfigureAwait(false);
        await AppendAsync(store, Event("2")).ConfigureAwait(false);
        var events = await store.AuditAsync(A).ConfigureAwait(false);
        Expect.Sequence(["3", "1", "2"], events.Select(e => e.Action), "Events come in the order of appending, not of their instants");
        Expect.That(events[0].Sequence < events[1].Sequence && events[1].Sequence < events[2].Sequence, "Sequences ascend.");
    }

    private static async Task Append_UnsoundDetail_IsRepaired(StoreFixture store)
    {
        await AppendAsync(store, Event(detail: "a\0\uDE00")).ConfigureAwait(false);
        Expect.Equal("a\uFFFD\uFFFD", (await store.AuditAsync(A).ConfigureAwait(false)).Single().Detail, "A detail that not every store can hold is repaired, not refused");
    }

    private static async Task Append_UnsoundEvent_IsRefused(StoreFixture store)
    {
        foreach (var entry in (AuditEvent[])[Event(""), Event(subject: "a\0"), Event() with { Sequence = 1 }])
        {
            await Expect.ThrowsAsync<ArgumentException>(() => new(AppendAsync(store, entry)), $"{entry} is refused").ConfigureAwait(false);
        }
    }

    private static async Task QueryAudit_EveryCondition_Holds(StoreFixture store)
    {
        await AppendAsync(store, Event("opened", "1"), Event("opened", "2"), Event("closed", "1")).ConfigureAwait(false);
        await ListsAsync(store, new(SubjectId: "1"), "opened 1", "closed 1").ConfigureAwait(false);
        await ListsAsync(store, new(Action: "opened"), "opened 1", "opened 2").ConfigureAwait(false);
        await ListsAsync(store, new("1", "opened"), "opened 1").ConfigureAwait(false);
        await ListsAsync(store, new("3")).ConfigureAwait(false);
        await ListsAsync(store, new(Descending: true), "closed 1", "opened 2", "opened 1").ConfigureAwait(false);
        await ListsAsync(store, new("1", Descending: true), "closed 1", "opened 1").ConfigureAwait(false);
    }

    private static async Task QueryAudit_Pages_JoinToTheWhole(StoreFixture store)
    {
        await AppendAsync(store, [.. Enumerable.Range(0, 10).Select(i => Event($"{i % 3}", $"{i % 2}"))]).ConfigureAwait(false);
        foreach (var query in (AuditQuery[])[new(), new("1"), new(Action: "1"), new("1", "1"), new(Descending: true), new("1", Descending: true)])
        {
            var whole = (await store.AuditAsync(A, query).ConfigureAwait(false)).Select(e => e.Sequence).ToList();
            foreach (var limit in (int[])[1, 3, whole.Count])
            {
                var joined = await PagesAsync(
                    next => store.ReadAsync(A, t => t.QueryAuditAsync(query with { Limit = limit, Continue = next })), limit).ConfigureAwait(false);
                Expect.Sequence(whole, joined.Select(e => e.Sequence), $"Pages of {limit} join to the whole of {query}");
            }
        }
    }

    private static async Task QueryAudit_ImpossibleArguments_AreRefused(StoreFixture store)
    {
        foreach (var query in (AuditQuery[])[new(Limit: 0), new(Limit: 1_001), new(Continue: "?")])
        {
            await Expect.ThrowsAsync<ArgumentException>(() => new(store.AuditAsync(A, query)), $"{query} is refused").ConfigureAwait(false);
        }
    }

    private static Task AppendAsync(StoreFixture store, params AuditEvent[] events) => store.WriteAsync(A, async t =>
    {
        foreach (var entry in events)
        {
            await t.AppendAsync(entry).ConfigureAwait(false);
        }
    });

    private static async Task ListsAsync(StoreFixture store, AuditQuery query, params string[] expected)
        => Expect.Sequence(expected, (await store.AuditAsync(A, query).ConfigureAwait(false)).Select(e => $"{e.Action} {e.SubjectId}"), $"{query} lists the events for which every condition holds");
}
