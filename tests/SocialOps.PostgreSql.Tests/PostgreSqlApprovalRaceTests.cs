using Microsoft.Extensions.DependencyInjection;
using SocialOps.Testing;
using SocialOps.Tests;
using SocialOps.Tests.Approvals;
using SocialOps.Tests.Publishing;

namespace SocialOps.PostgreSql.Tests;

/// <summary>Two machines, each with a store of its own on the same server.</summary>
public sealed class PostgreSqlApprovalRaceTests
{
    [Fact]
    public Task Approve_TwoAtOnce_OneIsFirst() => RunAsync((one, other) => ApprovalRaces.TwoApproversAsync(one, other, ApprovalRaces.Rounds(50)));

    [Fact]
    public Task Approve_WhileSomebodyEdits_NeverApprovesTheNewBytes() => RunAsync((one, other) => ApprovalRaces.EditAgainstApproveAsync(one, other, ApprovalRaces.Rounds(50)));

    [Fact]
    public Task Revoke_WhileItIsSent_IsEitherTooLateOrStopsIt() => SendAsync(PublishRaces.RevokeAgainstSendAsync);

    [Fact]
    public Task Edit_WhileItIsSent_NeverSendsTheNewBytes() => SendAsync(PublishRaces.EditAgainstSendAsync);

    private static async Task SendAsync(Func<EditorialOps, EditorialOps, int, Task> race)
    {
        var options = TestServer.NewOptions();
        try
        {
            await using var sender = await EditorialOps.StartAsync(store: b => b.UsePostgreSql(options));
            await using var other = await EditorialOps.StartAsync(store: b => b.UsePostgreSql(options), beside: sender);
            await race(sender, other, ApprovalRaces.Rounds(50));
        }
        finally
        {
            await TestServer.DropAsync(options);
        }
    }

    private static async Task RunAsync(Func<ISocialOps, ISocialOps, Task> race)
    {
        var options = TestServer.NewOptions();
        try
        {
            await using var one = Machine(options);
            await using var other = Machine(options);
            await ApprovalRaces.PrepareAsync(one.GetRequiredService<ISocialOps>());
            await race(one.GetRequiredService<ISocialOps>(), other.GetRequiredService<ISocialOps>());
        }
        finally
        {
            await TestServer.DropAsync(options);
        }
    }

    private static ServiceProvider Machine(PostgreSqlStoreOptions options) => new ServiceCollection().AddSingleton<TimeProvider>(new FakeTime(TestAgency.Friday))
        .AddSocialOps(ops => ops.UsePostgreSql(options)).BuildServiceProvider();
}
