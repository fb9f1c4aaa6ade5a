using SocialOps.Storage;
using SocialOps.Work;
using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

/// <summary>Several stores on one database.</summary>
public sealed class PostgreSqlRaceTests : StoreTest
{
    private static readonly TenantId[] Tenants = [TenantId.Default, new("agency-b"), new("agency-c")];

    [Fact]
    public async Task Claim_TwoStoresRace_EveryRowIsDoneOnce()
    {
        await using var other = TestServer.NewStore(Options);
        foreach (var tenant in Tenants)
        {
            await using var transaction = await Store.BeginAsync(tenant, StoreAccess.Write);
            for (var i = 0; i < 100; i++)
            {
                await transaction.ScheduleAsync(Draft($"{i}"));
            }

            await transaction.CommitAsync();
        }

        var taken = await Task.WhenAll(new[] { Store, other, Store, other }.Select(DrainAsync));

        taken.SelectMany(rows => rows).Should().HaveCount(300).And.OnlyHaveUniqueItems();
        (await TestServer.SqlAsync($"SELECT DISTINCT fence || ' ' || state FROM {Options.Schema}.work_item")).Should().Be("1 1");
    }

    [Fact]
    public async Task Claim_WhileAnotherIsClaiming_PassesOverItsRows()
    {
        await Store.WriteAsync(async t => await t.ScheduleAsync(Draft("held")));
        await Store.WriteAsync(async t => await t.ScheduleAsync(Draft("free")));
        await using var holder = (IPostgreSqlStoreTransaction)await Store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await holder.Connection.SqlAsync($"SELECT 1 FROM {Options.Schema}.work_item WHERE dedupe_key = 'held' FOR UPDATE");

        var claimed = await Store.ClaimAsync(Request()).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        claimed.Items.Select(row => row.DedupeKey).Should().Equal("free");
    }

    [Fact]
    public async Task Find_InAWriter_LocksTheRecordForOthers()
    {
        await Store.PutAsync("a");
        await using var impatient = TestServer.NewStore(Options with { LockTimeout = TimeSpan.FromMilliseconds(50) });
        await using var first = await Store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await first.FindAsync("case", "a");

        (await RefusalAsync(() => impatient.WriteAsync(async t => await t.FindAsync("case", "a"))))
            .Should().Contain("another transaction holds a row for longer than LockTimeout.");
        (await impatient.IdsAsync()).Should().Equal("a");
    }

    [Fact]
    public async Task Find_TwoInOppositeOrder_OneConflictsAndKeepsNothing()
    {
        await Store.PutAsync("a", "b");
        await using var first = await Store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await using var second = await Store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await first.FindAsync("case", "a");
        await second.FindAsync("case", "b");

        var outcomes = await Task.WhenAll(PutOtherAsync(first, "b", "first"), PutOtherAsync(second, "a", "second"));

        outcomes.Should().ContainSingle(e => e is ConcurrencyConflictException).And.ContainSingle(e => e == null);
        (await Store.IdsAsync()).Should().HaveCount(3, "one of the two was kept");
    }

    [Fact]
    public async Task Append_ManyWriters_BecomeVisibleInOrder()
    {
        await using var other = TestServer.NewStore(Options);
        var writers = Task.WhenAll(new[] { Store, other, Store, other }.Select((store, writer) => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await store.WriteAsync(async t =>
                {
                    await t.AppendAsync(Event($"{writer}-{i}"));
                    await t.AppendAsync(Event($"{writer}-{i}"));
                });
            }
        })));

        var seen = new List<long>();
        bool over;
        do
        {
            over = writers.IsCompleted;
            await using var reader = await other.BeginAsync(TenantId.Default, StoreAccess.Read);
            var after = seen.Count == 0 ? null : PageToken.OfNumbers(seen[^1], 0).ToString();
            seen.AddRange((await reader.QueryAuditAsync(new(Limit: 1_000, Continue: after))).Items.Select(e => e.Sequence));
        }
        while (!over);

        await writers;
        seen.Should().Equal(Enumerable.Range(1, 200).Select(i => (long)i), "who continues after the last one misses none");
    }

    [Fact]
    public async Task Append_WhileOthersWrite_WaitsForNobodyBeforeTheCommit()
    {
        await using var first = await Store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await first.AppendAsync(Event("first"));

        await Store.WriteAsync(async t => await t.AppendAsync(Event("second"))).WaitAsync(TimeSpan.FromSeconds(20));

        await first.CommitAsync();
        (await Store.AuditAsync()).Select(e => e.SubjectId).Should().Equal("second", "first");
    }

    private static async Task<List<(TenantId, long)>> DrainAsync(PostgreSqlStore store)
    {
        var done = new List<(TenantId, long)>();
        while ((await store.ClaimAsync(Request(7))).Items is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await using var transaction = await store.BeginAsync(row.Tenant, StoreAccess.Write);
                await transaction.FinishAsync(row.Lease, WorkOutcome.Done);
                await transaction.CommitAsync();
                done.Add((row.Tenant, row.Id));
            }
        }

        return done;
    }

    private static async Task<Exception?> PutOtherAsync(IStoreTransaction transaction, string other, string mine)
    {
        try
        {
            await transaction.PutAsync(Record(mine), 0);
            await transaction.PutAsync(Record(other), 1);
            await transaction.CommitAsync();
            await transaction.DisposeAsync();
            return null;
        }
        catch (ConcurrencyConflictException e)
        {
            var commit = async () => await transaction.CommitAsync();
            await commit.Should().ThrowAsync<ConcurrencyConflictException>();
            await transaction.DisposeAsync();
            return e;
        }
    }
}
