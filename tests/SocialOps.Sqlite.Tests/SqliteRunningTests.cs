using NodaTime;
using SocialOps.Storage;
using SocialOps.Testing;
using SocialOps.Work;

namespace SocialOps.Sqlite.Tests;

/// <summary>The store at work and in trouble.</summary>
public sealed class SqliteRunningTests : IDisposable
{
    private const long WalLimit = 1024 * 1024;
    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new();

    private string Path => _folder.File("socialops.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_WhileReadersOverlap_KeepsTheLogSmall()
    {
        await using var store = New();
        await store.OpenAsync();
        using var stop = new CancellationTokenSource();
        var readers = Task.Run(() => OverlapAsync(store, stop.Token));
        var largest = 0L;
        for (var i = 0; i < 400; i++)
        {
            await FillAsync(store, i);
            largest = Math.Max(largest, new FileInfo(Path + "-wal").Length);
        }

        await stop.CancelAsync();
        (await readers).Should().BePositive();
        largest.Should().BeLessThan(8 * WalLimit);
    }

    [Fact]
    public async Task Write_WithoutReaders_KeepsTheLogSmall()
    {
        await using var store = New(limit: long.MaxValue);
        for (var i = 0; i < 400; i++)
        {
            await FillAsync(store, i);
        }

        new FileInfo(Path + "-wal").Length.Should().BeLessThan(8 * 1024 * 1024, "no statement is left open that would keep SQLite from its own checkpoint");
    }

    [Fact]
    public async Task Write_ReaderStaysForLong_GoesOnAndShrinksTheLogAfterwards()
    {
        await using var store = New();
        await using (await ReaderAsync(store))
        {
            for (var i = 0; i < 60; i++)
            {
                await FillAsync(store, i);
            }
        }

        for (var i = 60; i < 140; i++)
        {
            await FillAsync(store, i);
        }

        new FileInfo(Path + "-wal").Length.Should().BeLessThan(8 * WalLimit);
    }

    [Fact]
    public async Task Claim_LeaseOfAnEarlierRun_IsVoid()
    {
        WorkItem before;
        await using (var first = New())
        {
            await first.ScheduleAsync(StoreUse.Draft("1", _time.Now));
            before = (await first.ClaimAsync(StoreUse.Request(_time.Now))).Items.Single();
        }

        await using var store = New();

        (await store.ClaimAsync(StoreUse.Request(_time.Now))).Items.Single().Fence.Should().Be(before.Fence + 1);
    }

    [Fact]
    public async Task Finish_LeaseOfAnEarlierRun_IsStale()
    {
        WorkItem before;
        await using (var first = New())
        {
            await first.ScheduleAsync(StoreUse.Draft("1", _time.Now));
            before = (await first.ClaimAsync(StoreUse.Request(_time.Now))).Items.Single();
        }

        await using var store = New();
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        var finish = async () => await transaction.FinishAsync(before.Lease, WorkOutcome.Done);

        await finish.Should().ThrowAsync<StaleLeaseException>();
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task Claim_WallClockJumps_LeaseGoesOn(int days)
    {
        await using var store = New();
        await store.ScheduleAsync(StoreUse.Draft("1", _time.Now));
        var now = _time.Now;
        await store.ClaimAsync(StoreUse.Request(now));
        _time.JumpWall(Duration.FromDays(days));

        (await store.ClaimAsync(StoreUse.Request(now))).Items.Should().BeEmpty();
        _time.Advance(Duration.FromSeconds(31));
        (await store.ClaimAsync(StoreUse.Request(now))).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Begin_WriterBeforeNeverEnds_IsRefusedInTime()
    {
        await using var store = New(busy: TimeSpan.FromMilliseconds(50));
        await using var first = await store.BeginAsync(TenantId.Default, StoreAccess.Write);

        var second = async () => await store.BeginAsync(TenantId.Default, StoreAccess.Write);

        (await second.Should().ThrowAsync<StoreUnavailableException>()).WithMessage("The writing transaction before this one has not ended within 0.05 s. *");
    }

    [Fact]
    public async Task Write_DiskFull_IsSaidAndOverWhenThereIsRoom()
    {
        await using var store = New();
        await store.PutAsync("a");
        await store.SqlAsync($"PRAGMA max_page_count = {await store.SqlAsync("PRAGMA page_count")}", StoreAccess.Write);

        var fill = () => FillAsync(store, 1);

        (await fill.Should().ThrowAsync<StoreUnavailableException>()).WithMessage("*the disk is full. Make room; nothing of the transaction was kept.*");
        (await store.IdsAsync()).Should().Equal("a");
        await store.SqlAsync("PRAGMA max_page_count = 1000000", StoreAccess.Write);
        await store.PutAsync("b");
    }

    [Fact]
    public async Task Dispose_TransactionStillRuns_LeavesTheFileLocked()
    {
        var store = New(busy: TimeSpan.FromMilliseconds(50));
        var reader = await ReaderAsync(store);
        await store.DisposeAsync();
        await using var second = New();

        var open = async () => await second.OpenAsync();

        await open.Should().ThrowAsync<StoreUnavailableException>();
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_ManyReadersHaveGoneAndOneIsLeft_LeavesTheFileLocked()
    {
        var store = New(busy: TimeSpan.FromMilliseconds(50));
        var readers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReaderAsync(store)));
        foreach (var gone in readers)
        {
            await gone.DisposeAsync();
        }

        await using var left = await ReaderAsync(store);
        await store.DisposeAsync();

        File.Exists(Path + ".pid").Should().BeTrue();
    }

    [Fact]
    public async Task Dispose_RunningTransactionsEnd_ClosesTheFile()
    {
        var store = New();
        var reader = await ReaderAsync(store);
        var writer = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        var disposing = store.DisposeAsync();
        await reader.DisposeAsync();
        await writer.DisposeAsync();
        await disposing;

        File.Exists(Path + ".pid").Should().BeFalse();
        File.Exists(Path + "-wal").Should().BeFalse();
    }

    private static async Task<IStoreTransaction> ReaderAsync(SqliteStore store)
    {
        var reader = await store.BeginAsync(TenantId.Default, StoreAccess.Read);
        await reader.FindAsync("case", "0");
        return reader;
    }

    // One reader begins before the other ends, so there is never none.
    private static async Task<int> OverlapAsync(SqliteStore store, CancellationToken stop)
    {
        var (count, reader) = (0, await ReaderAsync(store));
        for (; !stop.IsCancellationRequested; count++)
        {
            var next = await ReaderAsync(store);
            await reader.DisposeAsync();
            reader = next;
        }

        await reader.DisposeAsync();
        return count;
    }

    private static async Task FillAsync(SqliteStore store, int number)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        for (var i = 0; i < 50; i++)
        {
            await transaction.PutAsync(StoreUse.Record($"{number}-{i}", 1_500), 0);
        }

        await transaction.CommitAsync();
    }

    private SqliteStore New(TimeSpan? busy = null, long limit = WalLimit)
        => new(new() { DataSource = Path, BusyTimeout = busy ?? TimeSpan.FromSeconds(5), WalLimit = limit }, _time);
}
