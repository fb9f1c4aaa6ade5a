using SocialOps.Crisis;
using NodaTime;
using SocialOps.People;

namespace SocialOps.Tests.Inbox;

/// <summary>Nobody can fall asleep over a case.</summary>
public sealed class EscalationRoadTests
{
    [Fact]
    [Requirement("0.17")]
    public async Task Silence_ForAnHour_ClimbsToTheClientsEmergencyContact()
    {
        await using var ops = await TestOps.StartAsync();

        await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromMinutes(46));

        ops.Desk.Names.Distinct().Should().Equal("ada", "ben", "owner (shop)");
    }

    [Fact]
    public async Task Silence_ForDays_NeverEndsAndNeverStorms()
    {
        await using var ops = await TestOps.StartAsync();

        await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromDays(5));

        ops.Desk.Told.Should().Contain(t => t.At > TestAgency.Friday + Duration.FromDays(4) + Duration.FromHours(12), "it goes on until somebody acts");
        foreach (var mailbox in ops.Desk.Told.GroupBy(t => (t.Recipient.Key, t.IsUrgent)))
        {
            var gaps = mailbox.Zip(mailbox.Skip(1), (a, b) => b.At - a.At);
            gaps.Should().OnlyContain(g => g >= Duration.FromMinutes(5), "at most one digest every five minutes");
        }
    }

    [Fact]
    public async Task Claim_ByOne_StopsTheClimb()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        await ops.Ops.Cases.ClaimAsync(opened.Id, TestOps.Ada);
        await ops.PassAsync(Duration.FromMinutes(59));

        ops.Desk.Names.Should().Equal("ada");
    }

    [Fact]
    public async Task Claim_ThenSilence_BeginsAgainWhenTheClockIsMissed()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ClaimAsync(opened.Id, TestOps.Ada);

        await ops.PassAsync(Duration.FromMinutes(61));

        ops.Desk.Told.Last().Notices[^1].Text.Should().StartWith("Acknowledge missed");
    }

    [Fact]
    public async Task Receive_WhileThePersonIsAbsent_TellsTheDeputy()
    {
        var agency = TestAgency.Create();
        var ada = agency.People[0] with { Absences = [new Absence(new(2026, 6, 12), new(2026, 6, 12), TestAgency.Ben)] };
        await using var ops = await TestOps.StartAsync(agency with { People = [ada, agency.People[1]] });

        var opened = await ops.ReceiveAsync("Alles kaputt");

        ops.Desk.Names.Should().Equal("ben");
        opened.Responsible!.ToString().Should().Be("ben");
    }

    [Fact]
    public async Task Receive_OnSaturday_TellsTheWeekendsPerson()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.PassAsync(Duration.FromHours(20));

        await ops.ReceiveAsync("Alles kaputt");

        ops.Desk.Names.Should().Equal("ben");
    }

    [Fact]
    public async Task Receive_WithNobodyOnDuty_TellsTheEmergencyContactAtOnce()
    {
        await using var ops = await TestOps.StartAsync(TestAgency.WithoutPeopleOnDuty());

        var opened = await ops.ReceiveAsync("Alles kaputt");

        ops.Desk.Names.Should().Equal("owner (shop)");
        (await ops.HistoryAsync(opened.Id)).Should().Contain(e => e.Action == "escalation.skipped");
    }

    [Fact]
    public async Task Receive_ManyAtOnce_TellsInOneDigest()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Hm, eins");
        ops.Desk.Told.Clear();

        for (var i = 0; i < 30; i++)
        {
            await ops.ReceiveAsync($"Hm, {i}");
        }

        await ops.PassAsync(Duration.FromMinutes(5));

        ops.Desk.Told.Should().ContainSingle();
        ops.Desk.Told[0].Total.Should().Be(30);
        ops.Desk.Told[0].Notices.Should().HaveCount(20);
    }

    [Fact]
    public async Task Wave_TenCommentsInAnHour_IsToldUrgentlyAndMakesTheCaseGraver()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");
        ops.Desk.Told.Clear();

        for (var i = 0; i < 9; i++)
        {
            await ops.ReceiveAsync($"Ich auch {i}", thread: "t");
        }

        var wave = await ops.CaseAsync(opened.Id);
        wave.Alarm.Level.Should().Be(WaveLevel.RepeatedCriticism);
        wave.Severity.Should().Be(Channels.Severity.High);
        ops.Desk.Told.Should().ContainSingle(t => t.IsUrgent).Which.Notices[0].Text.Should().StartWith("Wave level 2");
    }
}
