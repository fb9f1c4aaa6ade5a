using Microsoft.Extensions.DependencyInjection;
using SocialOps.Tests;
using SocialOps.Tests.Approvals;
using SocialOps.Tests.Inbox;
using SocialOps.Tests.Storage;

namespace SocialOps.PostgreSql.Tests;

/// <summary>Two machines, each with a store of its own on the same server.</summary>
public sealed class PostgreSqlCaseRaceTests
{
    [Fact]
    public Task Claim_TwoAtOnce_OneIsResponsible() => RunAsync(CaseRaces.ClaimAsync);

    [Fact]
    public Task Settle_TwoAtOnce_ClosesOnce() => RunAsync(CaseRaces.SettleAsync);

    [Fact]
    public Task Acknowledge_TwoAtOnce_MeetsTheClockOnce() => RunAsync(CaseRaces.AcknowledgeAsync);

    [Fact]
    public async Task Races_OfOneRecord_FitIntoOneOrder()
    {
        var options = TestServer.NewOptions();
        try
        {
            await using var one = new PostgreSqlStore(options, TimeProvider.System);
            await using var other = new PostgreSqlStore(options, TimeProvider.System);
            await RecordRaces.RunAsync([one, other], ApprovalRaces.Rounds(50));
        }
        finally
        {
            await TestServer.DropAsync(options);
        }
    }

    private static async Task RunAsync(Func<TestOps, TestOps, int, Task> race)
    {
        var options = TestServer.NewOptions();
        try
        {
            await using var one = await TestOps.StartAsync(store: b => b.UsePostgreSql(options));
            await using var other = await TestOps.StartAsync(store: b => b.UsePostgreSql(options), beside: one);
            await race(one, other, ApprovalRaces.Rounds(30));
        }
        finally
        {
            await TestServer.DropAsync(options);
        }
    }
}
