using Microsoft.Extensions.DependencyInjection;
using SocialOps.Testing;
using SocialOps.Tests;
using SocialOps.Tests.Approvals;
using SocialOps.Tests.Publishing;

namespace SocialOps.Sqlite.Tests;

public sealed class SqliteApprovalRaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public Task Approve_TwoAtOnce_OneIsFirst() => RunAsync(ops => ApprovalRaces.TwoApproversAsync(ops, ops, ApprovalRaces.Rounds(50)));

    [Fact]
    public Task Approve_WhileSomebodyEdits_NeverApprovesTheNewBytes() => RunAsync(ops => ApprovalRaces.EditAgainstApproveAsync(ops, ops, ApprovalRaces.Rounds(50)));

    [Fact]
    public Task Revoke_WhileItIsSent_IsEitherTooLateOrStopsIt() => SendAsync(PublishRaces.RevokeAgainstSendAsync);

    [Fact]
    public Task Edit_WhileItIsSent_NeverSendsTheNewBytes() => SendAsync(PublishRaces.EditAgainstSendAsync);

    public void Dispose() => _folder.Dispose();

    private async Task SendAsync(Func<EditorialOps, EditorialOps, int, Task> race)
    {
        await using var ops = await EditorialOps.StartAsync(store: b => b.UseSqlite($"Data Source={_folder.File("socialops.db")}"));
        await race(ops, ops, ApprovalRaces.Rounds(50));
    }

    private async Task RunAsync(Func<ISocialOps, Task> race)
    {
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTime(TestAgency.Friday))
            .AddSocialOps(ops => ops.UseSqlite($"Data Source={_folder.File("socialops.db")}")).BuildServiceProvider();
        var ops = services.GetRequiredService<ISocialOps>();
        await ApprovalRaces.PrepareAsync(ops);
        await race(ops);
    }
}
