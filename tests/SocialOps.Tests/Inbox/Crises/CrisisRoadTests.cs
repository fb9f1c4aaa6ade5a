using NodaTime;
using SocialOps.Crisis;
using SocialOps.Inbox;
using SocialOps.Publishing;
using SocialOps.Responses;

namespace SocialOps.Tests.Inbox.Crises;

/// <summary>What the levels of a wave bring about, through the real engine.</summary>
public sealed class CrisisRoadTests
{
    [Fact]
    [Requirement("2.11")]
    public async Task LevelThree_Reached_ProposesAFreezeAndCallsTheClientDayAndNight()
    {
        await using var ops = await TestOps.StartAsync();

        var wave = await RaisedAsync(ops, WaveLevel.LastingCriticism);
        await ops.PassAsync(Duration.FromMinutes(5));

        var texts = ops.Desk.Told.SelectMany(t => t.Notices.Select(n => (Who: t.Recipient.ToString(), n.Text))).ToList();
        texts.Should().Contain(t => t.Who == "ada" && t.Text.StartsWith("Level 3: shall the scheduled posts of shop be held? Freeze 'client/shop' if so", StringComparison.Ordinal));
        texts.Should().Contain(t => t.Who == "owner (shop)" && t.Text.StartsWith("It grows; please be reachable day and night", StringComparison.Ordinal));
        (await ops.Ops.Publications.Freezes.GetInForceAsync()).Should().BeEmpty("a person decides that at this level");
        wave.Crisis!.Done.Should().Equal(WaveAction.CallClient, WaveAction.ProposeFreeze);
    }

    [Fact]
    [Requirement("2.11")]
    public async Task LevelFour_Reached_HoldsTheClientsPostsUntilAPersonLiftsIt()
    {
        await using var ops = await TestOps.StartAsync();

        var wave = await RaisedAsync(ops, WaveLevel.GroupsForm);
        var frozen = await ops.Ops.Publications.Freezes.GetInForceAsync();
        await ops.Ops.Publications.Freezes.LiftAsync(FreezeScope.Of(TestAgency.Shop), TestOps.Ada);
        await ops.Ops.Cases.SetWaveLevelAsync(wave.Id, TestOps.Ada, WaveLevel.CriticsAreTheMajority, "it goes on");

        frozen.Should().ContainSingle().Which.Should().Match<PublishFreeze>(f => f.Scope == FreezeScope.Of(TestAgency.Shop) && f.FrozenBy == Actor.Engine);
        (await ops.Ops.Publications.Freezes.GetInForceAsync()).Should().BeEmpty("what a person has lifted stays lifted");
        (await ops.HistoryAsync(wave.Id)).Select(e => e.Action).Should().Contain(["crisis.war-room", "crisis.autonomy", "crisis.frozen", "crisis.management"]);
    }

    [Fact]
    public async Task LevelThree_Reached_EndsWhatIsAnsweredWithoutAPerson()
    {
        await using var ops = await TestOps.StartAsync();
        await RaisedAsync(ops, WaveLevel.LastingCriticism);

        var praise = await ops.ReceiveAsync("Danke für alles", author: "paul");

        ops.Network.Posts.Should().BeEmpty();
        praise.ClosedAt.Should().BeNull("a person decides");
        (await ops.Ops.Cases.Crises.GetAsync(TestAgency.Shop)).NeedsPerson.Should().BeTrue();
        (await ops.Ops.Cases.Crises.GetAsync(TestAgency.Bakery)).NeedsPerson.Should().BeFalse("another client is calm");
    }

    [Fact]
    public async Task Crisis_OfAClosedCase_IsOver()
    {
        await using var ops = await TestOps.StartAsync();
        var wave = await RaisedAsync(ops, WaveLevel.LastingCriticism);

        await ops.SettleAsync(wave.Id);

        (await ops.Ops.Cases.Crises.GetAsync(TestAgency.Shop)).Level.Should().Be(WaveLevel.Calm);
    }

    [Fact]
    public async Task Wave_OnASecondNetwork_IsLevelThree()
    {
        await using var ops = await TestOps.StartAsync();
        var first = await WaveAsync(ops, 12, "x");
        var second = await WaveAsync(ops, 12, "facebook");

        await ops.ReceiveAsync("Noch einer", thread: "t", network: "facebook", author: "z");

        first.Alarm.Level.Should().Be(WaveLevel.RepeatedCriticism);
        ((int)second.Alarm.Level).Should().BeGreaterThanOrEqualTo((int)WaveLevel.RepeatedCriticism);
        (await ops.CaseAsync(second.Id)).Alarm.Level.Should().Be(WaveLevel.LastingCriticism);
    }

    [Fact]
    public async Task LevelThree_NobodyAssesses_IsMissedAfterFifteenMinutes()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");

        var wave = await ops.Ops.Cases.SetWaveLevelAsync(opened.Id, TestOps.Ada, WaveLevel.LastingCriticism, "the press asks");
        await ops.PassAsync(Duration.FromMinutes(16));

        wave.FindClock(ClockKind.NextAction)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromMinutes(15));
        (await ops.CaseAsync(opened.Id)).FindClock(ClockKind.NextAction)!.State.Should().Be(ClockState.Breached);
    }

    [Fact]
    public async Task LevelThree_AfterTheFirstActions_WantsAnUpdateEveryTwoHours()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");
        await ops.Ops.Cases.SetWaveLevelAsync(opened.Id, TestOps.Ada, WaveLevel.LastingCriticism, "the press asks");

        var assessed = await ops.Ops.Cases.HandOverAsync(opened.Id, TestOps.Ada, new People.Recipient.OfAgency(TestAgency.Ben), "Bitte antworten");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, "Das tut uns leid.");
        await ops.DrainAsync();

        assessed.FindClock(ClockKind.NextAction)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(1));
        (await ops.CaseAsync(opened.Id)).FindClock(ClockKind.NextAction)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(2));
    }

    [Fact]
    public async Task LevelThree_AfterTheApology_ProposesTheHoldingStatement()
    {
        var agency = TestAgency.Create();
        agency = agency with
        {
            Policies = [agency.Policies[0] with { HoldingStatement = new SavedReplyId("holding") }],
            Replies = [.. agency.Replies, new(new("holding"), "de", ["Wir klären das und melden uns um 18 Uhr."])],
        };
        await using var ops = await TestOps.StartAsync(agency);
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();

        await ops.Ops.Cases.SetWaveLevelAsync(opened.Id, TestOps.Ada, WaveLevel.LastingCriticism, "the press asks");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();

        ops.Network.Posts.Select(p => p.Text).Should().Equal("Das tut uns leid.", "Wir klären das und melden uns um 18 Uhr.");
    }

    [Fact]
    public async Task Log_OfTheWarRoom_HoldsLevelsNotesAndWhatWasSaid()
    {
        await using var ops = await TestOps.StartAsync();
        var wave = await RaisedAsync(ops, WaveLevel.GroupsForm);

        await ops.Ops.Cases.Crises.NoteAsync(wave.Id, TestOps.Ben, CrisisNoteKind.Known, "Charge 17, 40 Stück.");
        var log = await ops.Ops.Cases.Crises.QueryLogAsync(wave.Id);

        log.Select(e => e.Action).Should().ContainInOrder("case.opened", "wave.risen", "crisis.war-room", "crisis.note.known");
        var program = () => ops.Ops.Cases.Crises.NoteAsync(wave.Id, Actor.Service("bot", "test"), CrisisNoteKind.Said, "x").AsTask();
        await program.Should().ThrowAsync<InvalidTransitionException>();
    }

    [Fact]
    [Requirement("2.12")]
    public async Task Report_OfACrisis_ReckonsWorkAndOnCall()
    {
        await using var ops = await TestOps.StartAsync();
        var wave = await RaisedAsync(ops, WaveLevel.LastingCriticism);
        await ops.PassAsync(Duration.FromMinutes(10));
        await ops.Ops.Cases.HandOverAsync(wave.Id, TestOps.Ada, new People.Recipient.OfAgency(TestAgency.Ben), "Bitte");
        await ops.PassAsync(Duration.FromHours(2) - Duration.FromMinutes(10));
        await ops.SettleAsync(wave.Id);

        var report = await ops.Ops.Cases.Crises.ReportAsync(wave.Id, new CostRates(60, 6, "EUR", Duration.FromMinutes(30)));

        report.People.Should().ContainSingle().Which.Should().Be(new PersonEffort("ada", 3, Duration.FromMinutes(70)), "14:00 and 14:10 overlap, 16:00 stands alone");
        (report.IncidentCost, report.OnCallCost).Should().Be((70m, 12m));
        report.Levels.Select(l => (l.Level, l.ByPerson)).Should().Equal((WaveLevel.SingleCriticism, false), (WaveLevel.LastingCriticism, true));
        report.ToMarkdown(DateTimeZone.Utc).Should().Contain("The work on it: 70.00 EUR (at 60.00 an hour, 30 minutes an action). Somebody on call for that time: 12.00 EUR");
    }

    private static async Task<Case> RaisedAsync(TestOps ops, WaveLevel level)
    {
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        var raised = await ops.Ops.Cases.SetWaveLevelAsync(opened.Id, TestOps.Ada, level, "seen elsewhere");
        await ops.DrainAsync();
        return raised;
    }

    private static async Task<Case> WaveAsync(TestOps ops, int comments, string network)
    {
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t", network: network);
        for (var i = 1; i < comments; i++)
        {
            await ops.ReceiveAsync($"Ich auch {i}", thread: "t", network: network, author: $"a{i}");
        }

        return await ops.CaseAsync(opened.Id);
    }
}
