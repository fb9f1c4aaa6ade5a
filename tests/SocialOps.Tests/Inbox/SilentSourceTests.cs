using NodaTime;
using SocialOps.Incidents;

namespace SocialOps.Tests.Inbox;

/// <summary>Silence of a source looks like peace; a source that nobody could look at is told to people (reliability F17).</summary>
public sealed class SilentSourceTests
{
    private const string Source = "instagram/shop";

    [Fact]
    public async Task ReportLook_EveryFiveMinutes_TellsNobody()
    {
        await using var ops = await TestOps.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            await ops.Ops.Inbox.ReportLookAsync(Source, TestAgency.Shop);
            await ops.PassAsync(Duration.FromMinutes(5));
        }

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
        (await ops.Ops.Work.QueryAsync(new(Kind: "source.silent"))).Items.Should().ContainSingle("one row watches a source");
    }

    [Fact]
    public async Task ReportLook_NoneForFifteenMinutes_IsAnIncidentWithAPerson()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Inbox.ReportLookAsync(Source, TestAgency.Shop);
        await ops.PassAsync(Duration.FromMinutes(9));
        await ops.Ops.Inbox.ReportLookAsync(Source, TestAgency.Shop);

        await ops.PassAsync(Duration.FromMinutes(15) - Duration.FromSeconds(1));
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty("it is the latest look that counts");
        await ops.PassAsync(Duration.FromSeconds(2));

        var incident = (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which;
        (incident.Kind, incident.Responsible is not null).Should().Be((IncidentKind.SilentSource, true));
        incident.Summary.Should().Contain($"'{Source}' since 2026-06-12T14:09:00Z");
        ops.Desk.Told.Should().NotBeEmpty();
    }

    [Fact]
    public async Task ReportLook_AfterASilence_ClosesTheIncidentAndWatchesOn()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Inbox.ReportLookAsync(Source);
        await ops.PassAsync(Duration.FromHours(1));

        await ops.Ops.Inbox.ReportLookAsync(Source);

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
        await ops.PassAsync(Duration.FromMinutes(16));
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle("it is silent again");
    }

    [Fact]
    public async Task ForgetSource_OnPurpose_TellsNobody()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Inbox.ReportLookAsync(Source);

        await ops.Ops.Inbox.ForgetSourceAsync(Source, TestOps.Ada);

        await ops.PassAsync(Duration.FromHours(1));
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task ReportLook_ShorterTimeThanBefore_CountsFromNow()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Inbox.ReportLookAsync(Source, within: Duration.FromHours(5));
        await ops.Ops.Inbox.ReportLookAsync(Source, within: Duration.FromMinutes(2));

        await ops.PassAsync(Duration.FromMinutes(3));

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle();
    }
}
