using SocialOps.Storage;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>Ranges over records.</summary>
internal static class QueryCases
{
    // In the order of their UTF-8 bytes; by UTF-16 units the last two would change places.
    private static readonly string[] Ordered = ["", "A", "B", "a", "a ", "a!", "aa", "z", "\u00E4", "\u20AC", "\uD7FF", "\uE000", "\uFFFF", "\U0001F600"];

    public static void AddTo(CaseList cases)
    {
        cases.Add(Query_Ids_ComeInOrderOfUtf8Bytes);
        cases.Add(Query_IndexValues_ComeInOrderOfUtf8Bytes);
        cases.Add(Query_EqualValues_ComeInOrderOfIds);
        cases.Add(Query_RecordsWithoutValue_AreNotListed);
        cases.Add(Query_EverySlot_IsAnIndexOfItsOwn);
        cases.Add(Query_Range_IncludesFromAndExcludesTo);
        cases.Add(Query_RangeOverIds_IncludesFromAndExcludesTo);
        cases.Add(Query_EmptyRange_ListsNothing);
        cases.Add(Query_ChangedValue_MovesTheRecord);
        cases.Add(Query_OtherKinds_AreNotListed);
        cases.Add(Query_Pages_JoinToTheWhole);
        cases.Add(Query_PagesOfEqualValues_JoinToTheWhole);
        cases.Add(Query_LastPageIsFull_HasNoNext);
        cases.Add(Query_LastItemRemoved_NextGoesOnBehindIt);
        cases.Add(Query_Items_AreWhole);
        cases.Add(Query_LargestLimit_IsPossible);
        cases.Add(Query_ImpossibleArguments_AreRefused);
    }

    private static async Task Query_Ids_ComeInOrderOfUtf8Bytes(StoreFixture store)
    {
        var ids = Ordered[1..];
        await store.PutAsync(A, [.. ids.Reverse().Select(id => Record(id))]).ConfigureAwait(false);
        Expect.Sequence(ids, await store.IdsAsync(A, new(Kind)).ConfigureAwait(false), "Ids ascend by UTF-8 bytes");
        Expect.Sequence(ids.Reverse(), await store.IdsAsync(A, new(Kind, Descending: true)).ConfigureAwait(false), "Ids descend by UTF-8 bytes");
    }

    private static async Task Query_IndexValues_ComeInOrderOfUtf8Bytes(StoreFixture store)
    {
        await store.PutAsync(A, [.. Ordered.Select((value, i) => Record($"{99 - i}", value))]).ConfigureAwait(false);
        var ids = Ordered.Select((_, i) => $"{99 - i}").ToList();
        Expect.Sequence(ids, await store.IdsAsync(A, new(Kind, 1)).ConfigureAwait(false), "Values ascend by UTF-8 bytes");
        Expect.Sequence(Enumerable.Reverse(ids), await store.IdsAsync(A, new(Kind, 1, Descending: true)).ConfigureAwait(false), "Values descend by UTF-8 bytes");
    }

    private static async Task Query_EqualValues_ComeInOrderOfIds(StoreFixture store)
    {
        await store.PutAsync(A, Record("3", "v"), Record("1", "v"), Record("2", "v"), Record("0", "w")).ConfigureAwait(false);
        Expect.Sequence(["1", "2", "3", "0"], await store.IdsAsync(A, new(Kind, 1)).ConfigureAwait(false), "Equal values ascend by id");
        Expect.Sequence(["0", "3", "2", "1"], await store.IdsAsync(A, new(Kind, 1, Descending: true)).ConfigureAwait(false), "Equal values descend by id");
    }

    private static async Task Query_RecordsWithoutValue_AreNotListed(StoreFixture store)
    {
        await store.PutAsync(A, Record("1", "v"), Record("2"), Record("3", "")).ConfigureAwait(false);
        Expect.Sequence(["3", "1"], await store.IdsAsync(A, new(Kind, 1)).ConfigureAwait(false), "A record without a value is not in the index; one with an empty text is");
        Expect.Sequence(["1", "3"], await store.IdsAsync(A, new(Kind, 1, Descending: true)).ConfigureAwait(false), "The same holds downwards");
    }

    private static async Task Query_EverySlot_IsAnIndexOfItsOwn(StoreFixture store)
    {
        await store.PutAsync(A, Record("1") with { Indexes = new("a", "d", "b", "c") }, Record("2") with { Indexes = new("b", "c", "a", "d") }).ConfigureAwait(false);
        foreach (var (slot, first) in new[] { (1, "1"), (2, "2"), (3, "2"), (4, "1") })
        {
            Expect.Equal(first, (await store.IdsAsync(A, new(Kind, slot)).ConfigureAwait(false))[0], $"Slot {slot} orders by its own values");
        }
    }

    private static async Task Query_Range_IncludesFromAndExcludesTo(StoreFixture store)
    {
        await store.PutAsync(A, Record("1", "a"), Record("2", "b"), Record("3", "b"), Record("4", "c"), Record("5", "d")).ConfigureAwait(false);
        Expect.Sequence(["2", "3", "4"], await store.IdsAsync(A, new(Kind, 1, "b", "d")).ConfigureAwait(false), "From is in the range, To is not");
        Expect.Sequence(["4", "3", "2"], await store.IdsAsync(A, new(Kind, 1, "b", "d", Descending: true)).ConfigureAwait(false), "Downwards too From is in the range, To is not");
        Expect.Sequence(["1", "2", "3"], await store.IdsAsync(A, new(Kind, 1, To: "c")).ConfigureAwait(false), "Without From the range begins at the smallest");
        Expect.Sequence(["5", "4"], await store.IdsAsync(A, new(Kind, 1, "c", Descending: true)).ConfigureAwait(false), "Without To the range ends at the greatest");
    }

    private static async Task Query_RangeOverIds_IncludesFromAndExcludesTo(StoreFixture store)
    {
        await store.PutAsync(A, Record("a"), Record("b"), Record("c"), Record("d")).ConfigureAwait(false);
        Expect.Sequence(["b", "c"], await store.IdsAsync(A, new(Kind, 0, "b", "d")).ConfigureAwait(false), "From is in the range of ids, To is not");
        Expect.Sequence(["c", "b"], await store.IdsAsync(A, new(Kind, 0, "b", "d", Descending: true)).ConfigureAwait(false), "Downwards too");
        Expect.Sequence(["c", "d"], await store.IdsAsync(A, new(Kind, 0, "bb")).ConfigureAwait(false), "From need not exist");
        Expect.Sequence(["b", "a"], await store.IdsAsync(A, new(Kind, 0, To: "c", Descending: true)).ConfigureAwait(false), "Without From the range reaches the smallest id");
    }

    private static async Task Query_EmptyRange_ListsNothing(StoreFixture store)
    {
        await store.PutAsync(A, Record("1", "a"), Record("2", "b")).ConfigureAwait(false);
        Expect.Sequence([], await store.IdsAsync(A, new(Kind, 1, "b", "b")).ConfigureAwait(false), "Nothing lies between a value and itself");
        Expect.Sequence([], await store.IdsAsync(A, new(Kind, 1, "c", "a")).ConfigureAwait(false), "A range that ends before it begins is empty");
        Expect.Sequence([], await store.IdsAsync(A, new(Kind, 1, "c", "a", Descending: true)).ConfigureAwait(false), "Downwards too");
    }

    private static async Task Query_ChangedValue_MovesTheRecord(StoreFixture store)
    {
        await store.PutAsync(A, Record("1", "a"), Record("2", "b")).ConfigureAwait(false);
        await store.PutAsync(A, Record("1", "c"), 1).ConfigureAwait(false);
        Expect.Sequence(["2", "1"], await store.IdsAsync(A, new(Kind, 1)).ConfigureAwait(false), "A record stands at its new value only");
        await store.PutAsync(A, Record("1"), 2).ConfigureAwait(false);
        Expect.Sequence(["2"], await store.IdsAsync(A, new(Kind, 1)).ConfigureAwait(false), "A record that lost its value leaves the index");
    }

    private static async Task Query_OtherKinds_AreNotListed(StoreFixture store)
    {
        await store.PutAsync(A, Record("1", "a", kind: "cas"), Record("2", "a"), Record("3", "a", kind: "casf")).ConfigureAwait(false);
        foreach (var (slot, descending) in new[] { (0, false), (0, true), (1, false), (1, true) })
        {
            Expect.Sequence(["2"], await store.IdsAsync(A, new(Kind, slot, Descending: descending)).ConfigureAwait(false), "A query lists its own kind only");
        }
    }

    private static async Task Query_Pages_JoinToTheWhole(StoreFixture store)
    {
        await store.PutAsync(A, [.. Ordered[1..].Select((id, i) => Record(id, Ordered[(i * 5) % Ordered.Length]))]).ConfigureAwait(false);
        await JoinAsync(store, new(Kind)).ConfigureAwait(false);
        await JoinAsync(store, new(Kind, From: "a", To: "\uFFFF")).ConfigureAwait(false);
        await JoinAsync(store, new(Kind, 1)).ConfigureAwait(false);
        await JoinAsync(store, new(Kind, 1, "A", "\U0001F600")).ConfigureAwait(false);
    }

    private static async Task Query_PagesOfEqualValues_JoinToTheWhole(StoreFixture store)
    {
        await store.PutAsync(A, [.. Ordered[1..].Select(id => Record(id, "same"))]).ConfigureAwait(false);
        await JoinAsync(store, new(Kind, 1, "same", "samf")).ConfigureAwait(false);
    }

    private static async Task Query_LastPageIsFull_HasNoNext(StoreFixture store)
    {
        await store.PutAsync(A, Record("1", "a"), Record("2", "b")).ConfigureAwait(false);
        foreach (var slot in (int[])[0, 1])
        {
            var page = await store.ReadAsync(A, t => t.QueryAsync(new(Kind, slot, Limit: 2))).ConfigureAwait(false);
            Expect.Equal((2, null), (page.Items.Count, page.Next), "A full page behind which nothing stands is the last one");
        }
    }

    private static async Task Query_LastItemRemoved_NextGoesOnBehindIt(StoreFixture store)
    {
        await store.PutAsync(A, Record("1", "a"), Record("2", "b"), Record("3", "b"), Record("4", "c")).ConfigureAwait(false);
        var page = await store.ReadAsync(A, t => t.QueryAsync(new(Kind, 1, Limit: 2))).ConfigureAwait(false);
        await store.WriteAsync(A, t => t.RemoveAsync(Kind, "2", 1).AsTask()).ConfigureAwait(false);
        await store.PutAsync(A, Record("0", "b"), Record("2a", "b")).ConfigureAwait(false);
        Expect.Sequence(["2a", "3", "4"], await store.IdsAsync(A, new(Kind, 1, Continue: page.Next)).ConfigureAwait(false), "Reading on depends on the place, not on the item");
    }

    private static async Task Query_Items_AreWhole(StoreFixture store)
    {
        var record = Record("1", "a", """{"n":1}""") with { BodyVersion = 3, Indexes = new("a", "b", null, "d") };
        await store.PutAsync(A, record).ConfigureAwait(false);
        var item = (await store.ReadAsync(A, t => t.QueryAsync(new(Kind, 4))).ConfigureAwait(false)).Items.Single();
        Expect.Equal(("1", 1, 3, record.Indexes), (item.Id, item.Version, item.BodyVersion, item.Indexes), "A listed record is the same as a found one");
        Expect.That(item.Body.Span.SequenceEqual(record.Body.Span), "A listed record has its body.");
    }

    private static async Task Query_LargestLimit_IsPossible(StoreFixture store)
    {
        await store.PutAsync(A, [.. Enumerable.Range(0, 1_001).Select(i => Record($"{i:D4}"))]).ConfigureAwait(false);
        var page = await store.ReadAsync(A, t => t.QueryAsync(new(Kind, Limit: 1_000))).ConfigureAwait(false);
        Expect.That(page.Items.Count == 1_000 && page.Next is not null, "A page of 1,000 of 1,001 records is full and has a next one.");
    }

    private static async Task Query_ImpossibleArguments_AreRefused(StoreFixture store)
    {
        foreach (var query in (RecordQuery[])[new(Kind, -1), new(Kind, 5), new(Kind, Limit: 0), new(Kind, Limit: 1_001), new(Kind, Continue: "?"), new("")])
        {
            await Expect.ThrowsAsync<ArgumentException>(() => new(store.IdsAsync(A, query)), $"{query} is refused").ConfigureAwait(false);
        }
    }

    private static async Task JoinAsync(StoreFixture store, RecordQuery query)
    {
        foreach (var descending in (bool[])[false, true])
        {
            var whole = await store.IdsAsync(A, query with { Descending = descending, Limit = 1_000 }).ConfigureAwait(false);
            Expect.That(whole.Count > 3, "The query lists something.");
            foreach (var limit in (int[])[1, 2, 3, whole.Count])
            {
                var joined = await PagesAsync(
                    next => store.ReadAsync(A, t => t.QueryAsync(query with { Descending = descending, Limit = limit, Continue = next })), limit).ConfigureAwait(false);
                Expect.Sequence(whole, joined.Select(r => r.Id), $"Pages of {limit} join to the whole of {query with { Descending = descending }}");
            }
        }
    }
}
