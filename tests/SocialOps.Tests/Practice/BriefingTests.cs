using NodaTime;
using SocialOps.Definitions;
using SocialOps.OnCall.Coverage;
using SocialOps.People;
using SocialOps.Readiness;
using SocialOps.ServicePackages;
using SocialOps.Tests.Readiness;

namespace SocialOps.Tests.Practice;

/// <summary>Whoever has not read a client's briefing is not assigned to it.</summary>
public sealed class BriefingTests
{
    private static readonly ResponsibilityQuestion Community = new(TestAgency.Shop, Activities.CommunityManagement);

    [Fact]
    [Requirement("1.7")]
    public async Task Confirm_Read_IsAssignableFromThenOnAndThePastStaysAsItWas()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new()));
        var before = await ops.Ops.Agency.WhoAsync(Community);
        ops.Time.Advance(Duration.FromHours(1));

        await ConfirmAsync(ops, TestOps.Ada);

        before.Owner.Should().Be(new Recipient.OfClient(TestAgency.Shop, "owner"), "nobody has read it");
        (await ops.Ops.Agency.WhoAsync(Community)).Owner.Should().Be(new Recipient.OfAgency(TestAgency.Ada));
        (await ops.Ops.Agency.WhoAsync(Community, TestAgency.Friday + Duration.FromMinutes(30))).Owner.Should().Be(before.Owner);
    }

    [Fact]
    [Requirement("1.7")]
    public async Task Explain_SomebodyOnDutyHasNotRead_SaysWhatIsMissing()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new() { Version = 2 }));
        var schedule = (await ops.Ops.Agency.FindCurrentAsync())!.GetSchedule(new("duty"));

        schedule.Explain(TestAgency.Friday, new() { Client = TestAgency.Shop }).Steps.Select(s => s.Text)
            .Should().Contain("ada does not qualify for this duty: has not confirmed version 2 of the briefing of shop");
        schedule.At(TestAgency.Friday, new() { Client = TestAgency.Bakery }).OnDuty.Should().Equal(TestAgency.Ada);
    }

    [Fact]
    [Requirement("1.7")]
    public async Task Receive_WhoeverIsOnDutyHasNotRead_TheNextStepIsTold()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new()));
        await ConfirmAsync(ops, TestOps.Ben);

        var opened = await ops.ReceiveAsync("Das Rad ist kaputt!");

        opened.Responsible.Should().Be(new Recipient.OfAgency(TestAgency.Ben));
        ops.Desk.Told.Where(t => t.Recipient == new Recipient.OfAgency(TestAgency.Ada)).SelectMany(t => t.Notices).Should().NotContain(n => n.SubjectId == opened.Id.Value);
    }

    [Fact]
    [Requirement("1.7")]
    public async Task Apply_VersionRequiredLater_TheVersionBeforeSufficesUntilThen()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new()));
        await ConfirmAsync(ops, TestOps.Ada);
        await ConfirmAsync(ops, TestOps.Ben);
        await ops.Ops.Agency.ApplyAsync(WithBriefing(new() { Version = 2, RequiredFromOn = new(2026, 6, 20) }), TestOps.Ada);
        await ConfirmAsync(ops, TestOps.Ben);

        var agency = (await ops.Ops.Agency.FindCurrentAsync())!;
        var proof = CoverageCheck.Prove(agency.GetSchedule(new("duty")), PromisedHours.Of(agency, agency.FindClient(TestAgency.Shop)!), TestAgency.Friday, Instant.FromUtc(2027, 6, 12, 14, 0));

        proof.Gaps.Should().NotBeEmpty().And.OnlyContain(g => g.From >= Instant.FromUtc(2026, 6, 20, 0, 0), "Ada is on duty on weekdays and has not read version 2");
        proof.Gaps[0].From.Should().Be(Instant.FromUtc(2026, 6, 22, 0, 0), "the 20th is a Saturday, and Ben has read it");
    }

    [Fact]
    [Requirement("1.7")]
    public async Task Apply_AgencyAgain_KeepsWhatWasConfirmed()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new()));
        await ConfirmAsync(ops, TestOps.Ada);

        await ops.Ops.Agency.ApplyAsync(WithBriefing(new()) with { Name = "Renamed" }, TestOps.Ada);

        (await ops.Ops.Agency.Briefings.GetStandingsAsync(TestAgency.Shop)).Should().BeEquivalentTo(
            [new BriefingStanding(TestAgency.Ada, 1, null, null), new BriefingStanding(TestAgency.Ben, null, 1, Instant.MinValue)]);
    }

    [Fact]
    [Requirement("1.7")]
    public async Task Confirm_ChangedSinceItWasRead_IsRefused()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new()));
        var read = await ops.Ops.Agency.Briefings.GetAsync(TestAgency.Shop);
        await ops.Ops.Agency.ApplyAsync(WithBriefing(new() { Special = ["Never mention the fire."] }), TestOps.Ada);

        var confirm = async () => await ops.Ops.Agency.Briefings.ConfirmAsync(TestAgency.Shop, read.Hash, TestOps.Ada);

        (await confirm.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*Read it again*");
    }

    [Fact]
    [Requirement("1.7")]
    public async Task Confirm_ForSomebodyElse_IsRefused()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new()));
        var read = await ops.Ops.Agency.Briefings.GetAsync(TestAgency.Shop);

        var confirm = async () => await ops.Ops.Agency.Briefings.ConfirmAsync(TestAgency.Shop, read.Hash, Actor.Service("portal", "test"));

        await confirm.Should().ThrowAsync<InvalidTransitionException>();
    }

    [Fact]
    [Requirement("1.7")]
    public async Task Apply_BriefingRequiredLater_TellsAtOnceAndThreeDaysBefore()
    {
        await using var ops = await TestOps.StartAsync(WithBriefing(new() { RequiredFromOn = new(2026, 6, 22) }));
        await ops.DrainAsync();
        var atOnce = Told(ops);
        await ConfirmAsync(ops, TestOps.Ben);

        await ops.PassAsync(Duration.FromDays(8));

        atOnce.Should().BeEquivalentTo(["ada", "ben"]);
        Told(ops).Should().BeEquivalentTo(["ada", "ben", "ada"], "only Ada still has to read it");
    }

    [Fact]
    [Requirement("1.7")]
    public void Run_SomebodyHasNotRead_FailsAndNamesWhoReadsWhat()
    {
        var report = ReadyAgency.Check(ReadyAgency.WithClient(c => c with { Briefing = new() { Version = 3 } }));

        report.Failures.Where(r => r.Check == ReadinessCheck.Briefing).Select(r => r.What).Should().Equal(
            "ada has not read version 3 of the briefing of shop and is not on duty for it.", "ben has not read version 3 of the briefing of shop and is not on duty for it.");
    }

    private static IEnumerable<string> Told(TestOps ops)
        => [.. ops.Desk.Told.SelectMany(t => t.Notices.Where(n => n.Text.StartsWith("Please read version", StringComparison.Ordinal)).Select(_ => t.Recipient.ToString()!))];

    private static async Task ConfirmAsync(TestOps ops, Actor who)
        => await ops.Ops.Agency.Briefings.ConfirmAsync(TestAgency.Shop, (await ops.Ops.Agency.Briefings.GetAsync(TestAgency.Shop)).Hash, who);

    private static AgencyDefinition WithBriefing(BriefingDefinition briefing)
    {
        var agency = TestAgency.Create();
        return agency with { Clients = [agency.Clients[0] with { Briefing = briefing }, agency.Clients[1]] };
    }
}
