using SocialOps.Storage;
using SocialOps.Work;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>All of a transaction or nothing, and what each may do.</summary>
internal static class TransactionCases
{
    public static void AddTo(CaseList cases)
    {
        cases.Add(Open_Twice_ChangesNothing);
        cases.Add(Begin_TenantWithoutName_IsRefused);
        cases.Add(Begin_Cancelled_BeginsNothing);
        cases.Add(Begin_Transaction_NamesItsTenant);
        cases.Add(Commit_AllKindsOfRows_AreKept);
        cases.Add(Dispose_WithoutCommit_KeepsNothing);
        cases.Add(Dispose_Twice_IsPossible);
        cases.Add(Dispose_WithoutCommit_LetsTheNextWriterIn);
        cases.Add(Write_OwnChanges_AreRead);
        cases.Add(Write_BeforeCommit_NobodyElseSees);
        cases.Add(Read_WhileOthersCommit_SeesOneState);
        cases.Add(Read_WhileAWriterRuns_DoesNotWait);
        cases.Add(Read_WritingMembers_AreRefused);
        cases.Add(Read_Commit_MerelyEnds);
        cases.Add(Commit_MembersAfterwards_AreRefused);
        cases.Add(Commit_AfterConflict_KeepsNothing);
        cases.Add(Commit_AfterStaleLease_KeepsNothing);
        cases.Add(Reopen_CommittedRows_AreKept);
    }

    private static async Task Open_Twice_ChangesNothing(StoreFixture store)
    {
        await store.Store.OpenAsync().ConfigureAwait(false);
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
        await store.Store.OpenAsync().ConfigureAwait(false);
        await store.GetAsync(A, "x").ConfigureAwait(false);
    }

    private static Task Begin_TenantWithoutName_IsRefused(StoreFixture store)
        => Expect.ThrowsAsync<ArgumentException>(async () => await store.Store.BeginAsync(default, StoreAccess.Read).ConfigureAwait(false), "A transaction needs a tenant");

    private static async Task Begin_Cancelled_BeginsNothing(StoreFixture store)
    {
        await store.Store.OpenAsync().ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(
            async () => await store.Store.BeginAsync(A, StoreAccess.Write, new(canceled: true)).ConfigureAwait(false), "A cancelled begin throws").ConfigureAwait(false);
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
    }

    private static async Task Begin_Transaction_NamesItsTenant(StoreFixture store)
        => Expect.Equal(B, await store.ReadAsync(B, t => new ValueTask<TenantId>(t.Tenant)).ConfigureAwait(false), "A transaction names its tenant");

    private static async Task Commit_AllKindsOfRows_AreKept(StoreFixture store)
    {
        await store.WriteAsync(A, WriteAllAsync).ConfigureAwait(false);
        Expect.Equal((1, 1, 1), await CountAsync(store).ConfigureAwait(false), "A commit keeps record, work row and audit event");
    }

    private static async Task Dispose_WithoutCommit_KeepsNothing(StoreFixture store)
    {
        var transaction = await store.Store.BeginAsync(A, StoreAccess.Write).ConfigureAwait(false);
        await WriteAllAsync(transaction).ConfigureAwait(false);
        await transaction.DisposeAsync().ConfigureAwait(false);
        Expect.Equal((0, 0, 0), await CountAsync(store).ConfigureAwait(false), "Without a commit nothing is kept");
        Expect.That(await store.TryScheduleAsync(A, Draft("key-1")).ConfigureAwait(false), "A dedupe key that was rolled back is free.");
    }

    private static async Task Dispose_Twice_IsPossible(StoreFixture store)
    {
        var transaction = await store.Store.BeginAsync(A, StoreAccess.Write).ConfigureAwait(false);
        await transaction.DisposeAsync().ConfigureAwait(false);
        await transaction.DisposeAsync().ConfigureAwait(false);
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
    }

    private static async Task Dispose_WithoutCommit_LetsTheNextWriterIn(StoreFixture store)
    {
        for (var i = 0; i < 3; i++)
        {
            var transaction = await store.Store.BeginAsync(A, StoreAccess.Write).AsTask().WaitAsync(TimeSpan.FromSeconds(20)).ConfigureAwait(false);
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Task Write_OwnChanges_AreRead(StoreFixture store) => store.WriteAsync(A, async t =>
    {
        await WriteAllAsync(t).ConfigureAwait(false);
        await t.PutAsync(Record("x", "w", "2"), 1).ConfigureAwait(false);
        Expect.Equal(2, (await t.FindAsync(Kind, "x").ConfigureAwait(false))?.Version, "A transaction finds what it wrote last");
        Expect.Equal(1, (await t.QueryAsync(new(Kind, 1, "w")).ConfigureAwait(false)).Items.Count, "A transaction lists what it wrote");
        Expect.Equal(1, (await t.QueryWorkAsync(new()).ConfigureAwait(false)).Items.Count, "A transaction lists the work it scheduled");
        Expect.Equal(1, (await t.QueryAuditAsync(new()).ConfigureAwait(false)).Items.Count, "A transaction lists the events it appended");
        await t.RemoveAsync(Kind, "x", 2).ConfigureAwait(false);
        Expect.Equal(null, await t.FindAsync(Kind, "x").ConfigureAwait(false), "A transaction does not find what it removed");
    });

    private static Task Write_BeforeCommit_NobodyElseSees(StoreFixture store) => store.WriteAsync(A, async t =>
    {
        await WriteAllAsync(t).ConfigureAwait(false);
        Expect.Equal((0, 0, 0), await CountAsync(store).ConfigureAwait(false), "Nobody sees a change before its commit");
    });

    private static async Task Read_WhileOthersCommit_SeesOneState(StoreFixture store)
    {
        await store.PutAsync(A, Record("x"), Record("y")).ConfigureAwait(false);
        await store.ReadAsync(A, async t =>
        {
            Expect.Equal(1, (await t.FindAsync(Kind, "x").ConfigureAwait(false))?.Version, "A reader finds the committed record");
            await store.PutAsync(A, Record("y"), 1).ConfigureAwait(false);
            await store.WriteAsync(A, WriteAllButRecordAsync).ConfigureAwait(false);
            await store.PutAsync(A, Record("z")).ConfigureAwait(false);
            Expect.Equal(1, (await t.FindAsync(Kind, "y").ConfigureAwait(false))?.Version, "A reader goes on seeing the state of its first read");
            Expect.Equal(2, (await t.QueryAsync(new(Kind)).ConfigureAwait(false)).Items.Count, "A reader lists the records of its state");
            Expect.Equal(0, (await t.QueryWorkAsync(new()).ConfigureAwait(false)).Items.Count, "A reader lists the work of its state");
            Expect.Equal(0, (await t.QueryAuditAsync(new()).ConfigureAwait(false)).Items.Count, "A reader lists the events of its state");
            return 0;
        }).ConfigureAwait(false);
        Expect.Equal(2, (await store.GetAsync(A, "y").ConfigureAwait(false)).Version, "The next reader sees what was committed meanwhile");
    }

    private static async Task Read_WhileAWriterRuns_DoesNotWait(StoreFixture store)
    {
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
        await store.WriteAsync(A, async t =>
        {
            await t.PutAsync(Record("x"), 1).ConfigureAwait(false);
            var read = Task.Run(() => store.GetAsync(A, "x"));
            Expect.Equal(1, (await read.WaitAsync(TimeSpan.FromSeconds(20)).ConfigureAwait(false)).Version, "A reader sees the committed state beside a writer");
        }).ConfigureAwait(false);
    }

    private static async Task Read_WritingMembers_AreRefused(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await store.PutAsync(A, Record("x")).ConfigureAwait(false);
        await store.ReadAsync(A, async t =>
        {
            const string promise = "A read-only transaction refuses to write";
            await Expect.ThrowsAsync<InvalidOperationException>(() => t.PutAsync(Record("y"), 0), promise).ConfigureAwait(false);
            await Expect.ThrowsAsync<InvalidOperationException>(() => t.RemoveAsync(Kind, "x", 1), promise).ConfigureAwait(false);
            await Expect.ThrowsAsync<InvalidOperationException>(async () => await t.ScheduleAsync(Draft("key-2")).ConfigureAwait(false), promise).ConfigureAwait(false);
            await Expect.ThrowsAsync<InvalidOperationException>(() => t.FinishAsync(claimed.Lease, WorkOutcome.Done), promise).ConfigureAwait(false);
            await Expect.ThrowsAsync<InvalidOperationException>(() => t.AppendAsync(Event()), promise).ConfigureAwait(false);
            await t.CommitAsync().ConfigureAwait(false);
            return 0;
        }).ConfigureAwait(false);
        Expect.Equal((1, 1, 0), await CountAsync(store).ConfigureAwait(false), "What was refused is not written");
    }

    private static Task Read_Commit_MerelyEnds(StoreFixture store) => store.ReadAsync(A, async t =>
    {
        await t.CommitAsync().ConfigureAwait(false);
        return 0;
    });

    private static async Task Commit_MembersAfterwards_AreRefused(StoreFixture store)
    {
        foreach (var access in (StoreAccess[])[StoreAccess.Read, StoreAccess.Write])
        {
            var transaction = await store.Store.BeginAsync(A, access).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await transaction.CommitAsync().ConfigureAwait(false);
                const string promise = "After the commit only disposing is left";
                await Expect.ThrowsAsync<InvalidOperationException>(() => transaction.PutAsync(Record("x"), 0), promise).ConfigureAwait(false);
                await Expect.ThrowsAsync<InvalidOperationException>(async () => await transaction.FindAsync(Kind, "x").ConfigureAwait(false), promise).ConfigureAwait(false);
                await Expect.ThrowsAsync<InvalidOperationException>(() => transaction.CommitAsync(), promise).ConfigureAwait(false);
            }
        }
    }

    private static async Task Commit_AfterConflict_KeepsNothing(StoreFixture store)
    {
        var transaction = await store.Store.BeginAsync(A, StoreAccess.Write).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await transaction.AppendAsync(Event()).ConfigureAwait(false);
            await Expect.ThrowsAsync<ConcurrencyConflictException>(
                async () =>
                {
                    try
                    {
                        await transaction.PutAsync(Record("x"), 7).ConfigureAwait(false);
                    }
                    catch (ConcurrencyConflictException)
                    {
                        // Whoever swallows it must still not get the rest kept.
                    }

                    await transaction.CommitAsync().ConfigureAwait(false);
                },
                "A commit after a conflict throws it again").ConfigureAwait(false);
        }

        Expect.Equal((0, 0, 0), await CountAsync(store).ConfigureAwait(false), "A transaction with a conflict keeps nothing");
    }

    private static async Task Commit_AfterStaleLease_KeepsNothing(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        var transaction = await store.Store.BeginAsync(A, StoreAccess.Write).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await transaction.AppendAsync(Event()).ConfigureAwait(false);
            const string promise = "A stale lease is refused, and again at the commit";
            await Expect.ThrowsAsync<StaleLeaseException>(() => transaction.FinishAsync(claimed.Lease with { Fence = 9 }, WorkOutcome.Done), promise).ConfigureAwait(false);
            await Expect.ThrowsAsync<StaleLeaseException>(() => transaction.CommitAsync(), promise).ConfigureAwait(false);
        }

        Expect.Equal((0, 1, 0), await CountAsync(store).ConfigureAwait(false), "A transaction with a stale lease keeps nothing");
    }

    private static async Task Reopen_CommittedRows_AreKept(StoreFixture store)
    {
        var durable = store.Store.Durability == StoreDurability.PowerLoss;
        await store.WriteAsync(A, WriteAllAsync).ConfigureAwait(false);
        await store.ClaimAsync().ConfigureAwait(false);
        Expect.Equal(durable, await store.ReopenAsync().ConfigureAwait(false), "A durable store's fixture can open it again");
        if (durable)
        {
            Expect.Equal((1, 1, 1), await CountAsync(store).ConfigureAwait(false), "What was committed outlives the store");
            Expect.Equal(1, (await store.WorkAsync(A).ConfigureAwait(false))[0].Fence, "A claim is committed when it returns");
        }
    }

    private static async Task WriteAllAsync(IStoreTransaction transaction)
    {
        await transaction.PutAsync(Record("x", "v"), 0).ConfigureAwait(false);
        await WriteAllButRecordAsync(transaction).ConfigureAwait(false);
    }

    private static async Task WriteAllButRecordAsync(IStoreTransaction transaction)
    {
        await transaction.ScheduleAsync(Draft("key-1")).ConfigureAwait(false);
        await transaction.AppendAsync(Event()).ConfigureAwait(false);
    }

    private static async Task<(int Records, int Work, int Events)> CountAsync(StoreFixture store) => (
        (await store.IdsAsync(A, new(Kind)).ConfigureAwait(false)).Count,
        (await store.WorkAsync(A).ConfigureAwait(false)).Count,
        (await store.AuditAsync(A).ConfigureAwait(false)).Count);
}
