using Microsoft.Extensions.DependencyInjection;
using SocialOps.Tests;
using SocialOps.Tests.Approvals;
using SocialOps.Tests.Inbox;
using SocialOps.Tests.Storage;

namespace SocialOps.Sqlite.Tests;

public sealed class SqliteCaseRaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Claim_TwoAtOnce_OneIsResponsible() => RunAsync(CaseRaces.ClaimAsync);

    [Fact]
    public Task Settle_TwoAtOnce_ClosesOnce() => RunAsync(CaseRaces.SettleAsync);

    [Fact]
    public Task Acknowledge_TwoAtOnce_MeetsTheClockOnce() => RunAsync(CaseRaces.AcknowledgeAsync);

    [Fact]
    public async Task Races_OfOneRecord_FitIntoOneOrder()
    {
        await using var store = new SqliteStore(new() { DataSource = _folder.File("races.db") }, TimeProvider.System);
        await RecordRaces.RunAsync([store], ApprovalRaces.Rounds(50));
    }

    private async Task RunAsync(Func<TestOps, TestOps, int, Task> race)
    {
        await using var ops = await TestOps.StartAsync(store: b => b.UseSqlite($"Data Source={_folder.File("socialops.db")}"));
        await race(ops, ops, ApprovalRaces.Rounds(30));
    }
}
