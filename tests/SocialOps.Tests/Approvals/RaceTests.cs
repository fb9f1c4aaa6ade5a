using Microsoft.Extensions.DependencyInjection;
using SocialOps.Testing;

namespace SocialOps.Tests.Approvals;

public sealed class RaceTests
{
    [Fact]
    public async Task Approve_TwoAtOnceInMemory_OneIsFirst()
    {
        await using var services = Services();
        var ops = services.GetRequiredService<ISocialOps>();
        await ApprovalRaces.PrepareAsync(ops);

        await ApprovalRaces.TwoApproversAsync(ops, ops, ApprovalRaces.Rounds(200));
    }

    [Fact]
    public async Task Approve_WhileSomebodyEditsInMemory_NeverApprovesTheNewBytes()
    {
        await using var services = Services();
        var ops = services.GetRequiredService<ISocialOps>();
        await ApprovalRaces.PrepareAsync(ops);

        await ApprovalRaces.EditAgainstApproveAsync(ops, ops, ApprovalRaces.Rounds(200));
    }

    private static ServiceProvider Services() => new ServiceCollection().AddSingleton<TimeProvider>(new FakeTime(TestAgency.Friday)).AddSocialOps(ops => ops.UseInMemory()).BuildServiceProvider();
}
