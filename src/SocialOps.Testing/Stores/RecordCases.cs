using System.Text;
using SocialOps.Storage;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>Single records.</summary>
internal static class RecordCases
{
    public static void AddTo(CaseList cases)
    {
        cases.Add(Find_AbsentRecord_IsNothing);
        cases.Add(Put_NewRecord_ComesBackAsWritten);
        cases.Add(Put_ExistingRecord_ReplacesAllOfIt);
        cases.Add(Put_RecordsOwnVersion_IsNotRead);
        cases.Add(Put_NewRecordThatExists_Conflicts);
        cases.Add(Put_OldVersionOfAbsentRecord_Conflicts);
        cases.Add(Put_OlderVersion_Conflicts);
        cases.Add(Put_LaterVersion_Conflicts);
        cases.Add(Put_Conflict_NamesRecordAndVersion);
        cases.Add(Put_EmptyBody_ComesBackEmpty);
        cases.Add(Put_LargeBody_ComesBackWhole);
        cases.Add(Put_CallersBytesChangeLater_RecordDoesNot);
        cases.Add(Put_IdsThatLookAlike_AreKeptApart);
        cases.Add(Put_LongestId_IsKept);
        cases.Add(Put_UnsoundKey_IsRefused);
        cases.Add(Put_SameIdOfAnotherKind_IsAnotherRecord);
        cases.Add(Remove_Record_IsGone);
        cases.Add(Remove_OlderVersion_Conflicts);
        cases.Add(Remove_AbsentRecord_Conflicts);
        cases.Add(Put_AfterRemove_BeginsAtVersionOne);
    }

    private static async Task Find_AbsentRecord_IsNothing(StoreFixture store)
        => Expect.Equal(null, await store.FindAsync(A, "x").ConfigureAwait(false), "A record that was never written is not found");

    private static async Task Put_NewRecord_ComesBackAsWritten(StoreFixture store)
    {
        var record = new StoredRecord(Kind, "x", 0, 7, new("one", null, "", "four"), Encoding.UTF8.GetBytes("""{"text":"Grüße 😀"}"""));
        await store.PutAsync(A, record).ConfigureAwait(false);
        var found = await store.GetAsync(A, "x").ConfigureAwait(false);
        Expect.Equal((Kind, "x", 1, 7), (found.Kind, found.Id, found.Version, found.BodyVersion), "Kind, id, version and body version are as written");
        Expect.Equal(record.Indexes, found.Indexes, "The index columns are as written, the empty text not taken for none");
        Expect.Sequence(record.Body.ToArray(), found.Body.ToArray(), "The body is as written");
    }

    private static async Task Put_ExistingRecord_ReplacesAllOfIt(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", "before", "1")).ConfigureAwait(false);
        await store.PutAsync(A, Record("x", null, "2") with { BodyVersion = 2 }, 1).ConfigureAwait(false);
        var found = await store.GetAsync(A, "x").ConfigureAwait(false);
        Expect.Equal((2, 2, null, "2"), (found.Version, found.BodyVersion, found.Indexes.Slot1, Encoding.UTF8.GetString(found.Body.Span)), "A second write replaces everything and raises the version");
    }

    private static async Task Put_RecordsOwnVersion_IsNotRead(StoreFixture store)
    {
        await store.PutAsync(A, Record("x") with { Version = 41 }).ConfigureAwait(false);
        Expect.Equal(1, (await store.GetAsync(A, "x").ConfigureAwait(false)).Version, "The new version is the expected one plus one");
    }

    private static async Task Put_NewRecordThatExists_Conflicts(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", body: "1")).ConfigureAwait(false);
        await ConflictsAsync(store, Record("x", body: "2"), 0, "1").ConfigureAwait(false);
    }

    private static async Task Put_OldVersionOfAbsentRecord_Conflicts(StoreFixture store)
    {
        await ConflictsAsync(store, Record("x"), 3, null).ConfigureAwait(false);
    }

    private static async Task Put_OlderVersion_Conflicts(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", body: "1")).ConfigureAwait(false);
        await store.PutAsync(A, Record("x", body: "2"), 1).ConfigureAwait(false);
        await ConflictsAsync(store, Record("x", body: "3"), 1, "2").ConfigureAwait(false);
    }

    private static async Task Put_LaterVersion_Conflicts(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", body: "1")).ConfigureAwait(false);
        await ConflictsAsync(store, Record("x", body: "2"), 2, "1").ConfigureAwait(false);
    }

    private static async Task Put_Conflict_NamesRecordAndVersion(StoreFixture store)
    {
        var conflict = await Expect.ThrowsAsync<ConcurrencyConflictException>(() => new(store.PutAsync(A, Record("x"), 3)), "A version that is not there conflicts").ConfigureAwait(false);
        Expect.Equal((Kind, "x", 3), (conflict.Kind, conflict.RecordId, conflict.ExpectedVersion), "The conflict names kind, id and expected version");
    }

    private static async Task Put_EmptyBody_ComesBackEmpty(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", body: "")).ConfigureAwait(false);
        Expect.Equal(0, (await store.GetAsync(A, "x").ConfigureAwait(false)).Body.Length, "An empty body stays empty");
    }

    private static async Task Put_LargeBody_ComesBackWhole(StoreFixture store)
    {
        var body = new byte[1024 * 1024];
        new Random(1).NextBytes(body);
        await store.PutAsync(A, Record("x") with { Body = body.AsMemory(1) }).ConfigureAwait(false);
        var found = (await store.GetAsync(A, "x").ConfigureAwait(false)).Body;
        Expect.That(found.Span.SequenceEqual(body.AsSpan(1)), "A body of a megabyte, a part of an array, comes back byte for byte.");
    }

    private static async Task Put_CallersBytesChangeLater_RecordDoesNot(StoreFixture store)
    {
        var body = "1"u8.ToArray();
        await store.PutAsync(A, Record("x") with { Body = body }).ConfigureAwait(false);
        body[0] = (byte)'2';
        Expect.Equal((byte)'1', (await store.GetAsync(A, "x").ConfigureAwait(false)).Body.Span[0], "The caller's array may be used again after the write");
    }

    private static async Task Put_IdsThatLookAlike_AreKeptApart(StoreFixture store)
    {
        string[] ids = ["a", "A", "a ", " a", "\u00E9", "e\u0301", "\uFF41", "ß", "ss", "\U0001F600", "\uFFFF", "a%", "a_", "'a'", "a\n"];
        await store.PutAsync(A, [.. ids.Select(id => Record(id, id, id))]).ConfigureAwait(false);
        foreach (var id in ids)
        {
            var found = await store.GetAsync(A, id).ConfigureAwait(false);
            Expect.Equal((id, id, id), (found.Id, found.Indexes.Slot1, Encoding.UTF8.GetString(found.Body.Span)), "Ids compare ordinally, never by culture, case or form");
        }
    }

    private static async Task Put_LongestId_IsKept(StoreFixture store)
    {
        var id = string.Concat(Enumerable.Repeat("\U0001F600", 100));
        await store.PutAsync(A, Record(id, id)).ConfigureAwait(false);
        Expect.Equal(id, (await store.GetAsync(A, id).ConfigureAwait(false)).Id, "An id of 200 characters is kept, whatever their size");
    }

    private static async Task Put_UnsoundKey_IsRefused(StoreFixture store)
    {
        string[] ids = ["", new('x', 201), "a\0b", "a\uD83D", "\uDE00a"];
        foreach (var id in ids)
        {
            await Expect.ThrowsAsync<ArgumentException>(() => new(store.PutAsync(A, Record(id))), "An id that is empty, too long, or holds U+0000 or half a pair is refused").ConfigureAwait(false);
        }

        await Expect.ThrowsAsync<ArgumentException>(() => new(store.PutAsync(A, Record("x", "a\uD83D"))), "An index value with half a pair is refused").ConfigureAwait(false);
    }

    private static async Task Put_SameIdOfAnotherKind_IsAnotherRecord(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", body: "1"), Record("x", body: "2", kind: "thread")).ConfigureAwait(false);
        Expect.Equal("1", Encoding.UTF8.GetString((await store.GetAsync(A, "x").ConfigureAwait(false)).Body.Span), "An id is unique within its kind only");
    }

    private static async Task Remove_Record_IsGone(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", "one"), Record("y", "one")).ConfigureAwait(false);
        await store.WriteAsync(A, t => t.RemoveAsync(Kind, "x", 1).AsTask()).ConfigureAwait(false);
        Expect.Equal(null, await store.FindAsync(A, "x").ConfigureAwait(false), "A removed record is not found");
        Expect.Sequence(["y"], await store.IdsAsync(A, new(Kind)).ConfigureAwait(false), "A removed record is not among the ids");
        Expect.Sequence(["y"], await store.IdsAsync(A, new(Kind, 1)).ConfigureAwait(false), "A removed record is in no index");
    }

    private static async Task Remove_OlderVersion_Conflicts(StoreFixture store)
    {
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
        await store.PutAsync(A, Record("x"), 1).ConfigureAwait(false);
        await Expect.ThrowsAsync<ConcurrencyConflictException>(
            () => new(store.WriteAsync(A, t => t.RemoveAsync(Kind, "x", 1).AsTask())), "Removing needs the current version").ConfigureAwait(false);
        Expect.Equal(2, (await store.GetAsync(A, "x").ConfigureAwait(false)).Version, "A refused removal removes nothing");
    }

    private static Task Remove_AbsentRecord_Conflicts(StoreFixture store)
        => Expect.ThrowsAsync<ConcurrencyConflictException>(
            () => new(store.WriteAsync(A, t => t.RemoveAsync(Kind, "x", 1).AsTask())), "What is gone cannot be removed");

    private static async Task Put_AfterRemove_BeginsAtVersionOne(StoreFixture store)
    {
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
        await store.WriteAsync(A, t => t.RemoveAsync(Kind, "x", 1).AsTask()).ConfigureAwait(false);
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
        Expect.Equal(1, (await store.GetAsync(A, "x").ConfigureAwait(false)).Version, "A record that is written anew begins at version 1");
    }

    private static async Task ConflictsAsync(StoreFixture store, StoredRecord record, long expectedVersion, string? kept)
    {
        await Expect.ThrowsAsync<ConcurrencyConflictException>(
            () => new(store.PutAsync(A, record, expectedVersion)), $"Writing over version {expectedVersion} when the record is at another conflicts").ConfigureAwait(false);
        var found = await store.FindAsync(A, record.Id).ConfigureAwait(false);
        Expect.Equal(kept, found is null ? null : Encoding.UTF8.GetString(found.Body.Span), "A refused write changes nothing");
    }
}
