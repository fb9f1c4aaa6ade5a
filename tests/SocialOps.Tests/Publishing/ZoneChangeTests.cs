using NodaTime;
using SocialOps.Auditing;
using SocialOps.Content;
using SocialOps.Time;

namespace SocialOps.Tests.Publishing;

/// <summary>A zone's rules change between two releases of the time zone data: plans mean their local time, not the instant that it was (reliability F6). The database is written as by older data, which had another instant for the same local time.</summary>
public sealed class ZoneChangeTests
{
    private static readonly DateTimeZone s_berlin = TimeZones.Get("Europe/Berlin");

    [Theory]
    [InlineData(60)]
    [InlineData(-30)]
    public async Task ResolveTimes_OldDataMeantAnotherInstant_PlanMovesAndKeepsItsApproval(int minutes)
    {
        await using var ops = await EditorialOps.StartAsync();
        var (item, local) = await PlannedByOldDataAsync(ops, Duration.FromMinutes(minutes), Duration.FromHours(3));

        var moved = (await ops.Tenant.Editorial.ResolveTimesAsync()).Should().ContainSingle().Which;

        moved.Before.Should().Be(TimeZones.Resolve(local, s_berlin) + Duration.FromMinutes(minutes));
        (await ops.Tenant.Content.FindAsync(item.Id))!.Window!.PublishAt.Should().Be(TimeZones.Resolve(local, s_berlin));
        (await ops.Tenant.Audit.QueryAsync(new AuditQuery(item.Id.Value, "content.time-resolved"))).Items.Should().ContainSingle().Which.Detail.Should().Be(moved.ToString()).And.Contain("Europe/Berlin is ").And.Contain("and was ");
        await ops.Ops.PassAsync(TimeZones.Resolve(local, s_berlin) - ops.Ops.Time.Now - Duration.FromSeconds(1));
        ops.Ops.Network.Requests.Should().Be(0, "it is not 18:00 yet");
        await ops.Ops.PassAsync(Duration.FromSeconds(2));
        ops.Ops.Network.Requests.Should().Be(1, "18:00 is 18:00, and the approval still stands");
        (await ops.Tenant.Editorial.ResolveTimesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task ResolveTimes_NewInstantIsOutsideWhatWasApproved_IsAskedForAgain()
    {
        await using var ops = await EditorialOps.StartAsync();
        var (item, local) = await PlannedByOldDataAsync(ops, Duration.FromHours(1), Duration.FromMinutes(10));

        await ops.Tenant.Editorial.ResolveTimesAsync();

        var window = (await ops.Tenant.Content.FindAsync(item.Id))!.Window!;
        window.Contains(TimeZones.Resolve(local, s_berlin)).Should().BeTrue("the window moves along");
        await ops.Ops.PassAsync(Duration.FromDays(1));
        ops.Ops.Network.Requests.Should().Be(0, "nobody has approved that instant");
    }

    [Fact]
    public async Task ResolveTimes_MovedByHandSince_IsLeftThere()
    {
        await using var ops = await EditorialOps.StartAsync();
        var (item, _) = await PlannedByOldDataAsync(ops, Duration.FromHours(1), Duration.FromHours(3));
        var window = (await ops.Tenant.Content.FindAsync(item.Id))!.Window!;
        await ops.Tenant.Editorial.ScheduleAsync(item.Id, window with { PublishAt = window.PublishAt + Duration.FromMinutes(20) }, TestOps.Ada);

        (await ops.Tenant.Editorial.ResolveTimesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task ResolveTimes_Past_StaysAsItWas()
    {
        await using var ops = await EditorialOps.StartAsync();
        await PlannedByOldDataAsync(ops, Duration.FromHours(1), Duration.FromHours(3));
        await ops.Ops.PassAsync(Duration.FromDays(2));

        (await ops.Tenant.Editorial.ResolveTimesAsync()).Should().BeEmpty();
        ops.Ops.Network.Requests.Should().Be(1);
    }

    /// <summary>Planned for 18:00 in Berlin, approved; and written as data would have it in which Berlin's clocks are set otherwise.</summary>
    private static async Task<(ContentItem Item, LocalDateTime Local)> PlannedByOldDataAsync(EditorialOps ops, Duration difference, Duration tolerance)
    {
        var local = ops.Ops.Time.Now.InZone(s_berlin).Date.PlusDays(1).At(new LocalTime(18, 0));
        var now = PublishWindow.At(local, s_berlin, tolerance, tolerance);
        var old = now with { PublishAt = now.PublishAt + difference, NotBefore = now.NotBefore + difference, NotAfter = now.NotAfter + difference, Local = now.Local! with { Resolved = now.PublishAt + difference, Tzdb = "2020a" } };
        var item = await ops.WriteAsync();
        item = await ops.Tenant.Content.ScheduleAsync(item.Id, old, TestOps.Ada);
        await ops.ApproveAsync(await ops.SubmitAsync(item));
        return (item, local);
    }
}
