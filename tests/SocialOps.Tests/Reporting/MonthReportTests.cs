using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Reporting;
using SocialOps.Time;

namespace SocialOps.Tests.Reporting;

/// <summary>A client's month, counted from what is stored.</summary>
public sealed class MonthReportTests
{
    private static readonly YearMonth June = new(2026, 6);

    /// <summary>A complaint answered with an apology after 30 minutes and settled 30 later, one that nobody answers, a thank-you.</summary>
    private static async Task<(TestOps Ops, Case Answered)> MonthAsync()
    {
        var ops = await TestOps.StartAsync(Readiness.ReadyAgency.Create());
        var answered = await ops.ReceiveAsync("Alles kaputt | <b>schlimm</b>", counters: new(40, 7, 3));
        await ops.PassAsync(Duration.FromMinutes(10));
        await ops.Ops.Cases.ClaimAsync(answered.Id, TestOps.Ada);
        await ops.PassAsync(Duration.FromMinutes(20));
        await ops.Ops.Cases.ReplyAsync(answered.Id, TestOps.Ada, "Das tut uns sehr leid.");
        await ops.DrainAsync();
        await ops.PassAsync(Duration.FromMinutes(30));
        await ops.Ops.Cases.SettleAsync(answered.Id, TestOps.Ada, "Erledigt.");
        await ops.ReceiveAsync("Schon wieder kaputt");
        await ops.ReceiveAsync("Danke!");
        await ops.PassAsync(Duration.FromHours(8));
        return (ops, answered);
    }

    [Fact]
    [Requirement("0.21")]
    [Requirement("1.17")]
    [Requirement("4.1")]
    public async Task OfMonth_CasesOfTheMonth_AreCountedWithTheirStages()
    {
        var (ops, answered) = await MonthAsync();
        await using var _ = ops;

        var report = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June);

        report.Cases.Should().Be(3);
        report.Items.Should().Contain(new CategoryCount(Category.Complaint, 2)).And.Contain(new CategoryCount(Category.Praise, 1));
        report.Answers.Single(a => a.Category == Category.Complaint).Should().Be(new AnswerTime(Category.Complaint, 1, Duration.FromMinutes(30), Duration.FromMinutes(30), Duration.FromMinutes(30)));
        report.Stages.Single(s => s.Stage == CaseStage.Claim).Median.Should().Be(Duration.FromMinutes(10));
        report.Stages.Single(s => s.Stage == CaseStage.React).NineOfTen.Should().Be(Duration.FromMinutes(20), "from being claimed");
        report.Stages.Single(s => s.Stage == CaseStage.Settle).NineOfTen.Should().Be(Duration.FromMinutes(30));
        report.Bottleneck.Should().NotBeNull();
        report.Topics[0].Should().BeEquivalentTo(new { Case = answered.Id, Loudness = 51 });
    }

    [Fact]
    [Requirement("2.10")]
    public async Task OfMonth_Promises_AreThoseOfTheCasesThemselves()
    {
        var (ops, _) = await MonthAsync();
        await using var __ = ops;
        var cases = (await ops.Ops.Cases.QueryClientAsync(TestAgency.Shop)).Items;

        var promises = (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June)).Promises;

        (promises.Kept, promises.Broken).Should().Be((cases.Sum(c => c.ClocksMet), cases.Sum(c => c.ClocksBreached)));
        promises.Broken.Should().BeGreaterThan(0, "nobody answered the second complaint");
        promises.Share.Should().BeApproximately((double)promises.Kept / (promises.Kept + promises.Broken), 1e-9);
    }

    [Fact]
    [Requirement("2.16")]
    public async Task OfMonth_Load_IsWhatPeopleDidAndHowLongTheyWereOnDutyUpToNow()
    {
        var (ops, _) = await MonthAsync();
        await using var __ = ops;

        var load = (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June)).Load;

        var ada = load.Single(l => l.Person == TestAgency.Ada);
        ada.Cases.Should().Be(1);
        ada.Actions.Should().BeGreaterThanOrEqualTo(3);
        (load.Sum(l => l.OnDuty.TotalHours), load.Single(l => l.Person == TestAgency.Ben).AtWeekends).Should().Be(((ops.Time.Now - Instant.FromUtc(2026, 6, 1, 0, 0)).TotalHours, Duration.FromHours(48)), "one weekend of June has passed");
    }

    [Fact]
    public async Task OfMonth_AMonthWithoutAnything_IsEmptyAndFailsNothing()
    {
        var (ops, _) = await MonthAsync();
        await using var __ = ops;

        var report = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, new(2026, 5));

        (report.Cases, report.Promises.Share, report.Bottleneck).Should().Be((0, null, null));
        report.ToMarkdown(TextLanguage.English).Should().Contain("## In short\n\nNothing arrived.\n");
        report.ToHtml(TextLanguage.German).Should().Contain("Für ein Urteil ist es zu früh: 0 von 6 Monaten haben Zahlen.");
    }

    [Theory]
    [Requirement("0.20")]
    [InlineData(5, 6, TrendVerdict.TooEarly)]
    [InlineData(6, 6, TrendVerdict.Better)]
    [InlineData(2, 2, TrendVerdict.Better)]
    public void Trend_FewerMonthsThanItsHorizon_RefusesAVerdict(int months, int horizon, TrendVerdict verdict)
        => new MonthTrend([.. Enumerable.Range(0, months).Select(i => new TrendMonth(June.PlusMonths(i), 10, 50 + (i * 10), 50))], horizon).Verdict.Should().Be(verdict);

    [Theory]
    [Requirement("0.20")]
    [InlineData(90, 90, TrendVerdict.Steady)]
    [InlineData(90, 91, TrendVerdict.Steady)]
    [InlineData(90, 80, TrendVerdict.Worse)]
    public void Trend_LaterAgainstEarlier_SaysHowItMoved(int before, int after, TrendVerdict verdict)
        => new MonthTrend([new(June, 10, before, 100 - before), new(June.PlusMonths(1), 10, after, 100 - after)], 2).Verdict.Should().Be(verdict);

    [Fact]
    [Requirement("4.9")]
    public async Task Score_SelfAndExternal_ShowsTheGap()
    {
        var (ops, answered) = await MonthAsync();
        await using var _ = ops;
        await ops.Ops.Reports.ScoreAsync(answered.Id, ScoreTrack.Self, 3, "Fast enough", TestOps.Ada);
        await ops.Ops.Reports.ScoreAsync(answered.Id, ScoreTrack.Self, 5, "Looked again", TestOps.Ada);
        await ops.Ops.Reports.ScoreAsync(answered.Id, ScoreTrack.External, 2, "Cold", Actor.ClientContact("owner", "portal"));

        (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June)).Scores.Should().Be(new ScoreGap(1, 5, 1, 2, 3, answered.Id));
    }

    [Fact]
    [Requirement("2.12")]
    public async Task OfMonth_WithRates_SetsDutyBesideWaves()
    {
        var (ops, _) = await MonthAsync();
        await using var __ = ops;

        var report = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June, new() { Rates = new(60, 5, Duration.FromMinutes(10)) });

        report.Cost!.DutyHours.Should().BeApproximately(report.Load.Sum(l => l.OnDuty.TotalHours), 1e-6);
        report.Cost.DutyCost.Should().Be(Math.Round((decimal)report.Cost.DutyHours * 5, 2));
        report.Cost.WaveActions.Should().Be(0, "nothing was a wave");
    }

    [Fact]
    public async Task ToMarkdown_OneOfEach_SaysOne()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Das Rad ist kaputt!");

        var report = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, new(2026, 6));

        report.ToMarkdown(TextLanguage.English).Should().Contain("1 comment or message arrived and made 1 case; 1 of them is open still.");
        report.ToMarkdown(TextLanguage.German).Should().Contain("1 Kommentar oder Nachricht kam an und ergab 1 Vorgang; 1 davon ist noch offen.");
    }

    [Fact]
    public void Words_EveryPromise_HasOneInEachLanguage()
        => Enum.GetValues<ClockKind>().Where(k => PageWords.In(TextLanguage.German).Of(k) == k.ToString() || PageWords.In(TextLanguage.English).Of(k) == k.ToString()).Should().BeEmpty();

    [Fact]
    public async Task ToMarkdown_OneApprovalOneMonthAndOnlyOurOwnView_ReadWell()
    {
        var (told, _) = await Readiness.AgreementStory.RunOnceAsync();

        told.Should().Contain("1 Freigabe wurde erbeten, jeder Teil in einer Runde.")
            .And.Contain("Selbst gesehen: 4,0 von 5 (1 Vorgang). Von außen: noch hat niemand hingesehen.")
            .And.Contain("1 von 6 Monaten hat Zahlen.");
    }

    [Fact]
    public async Task Pages_WhatPeopleWrote_BecomesNoMarkup()
    {
        var (ops, _) = await MonthAsync();
        await using var __ = ops;
        var report = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June);

        report.ToHtml(TextLanguage.English).Should().Contain("Alles kaputt | &lt;b&gt;schlimm").And.NotContain("<b>schlimm").And.Contain("<svg ");
        report.ToMarkdown(TextLanguage.English).Should().Contain(@"Alles kaputt \| \<b\>schlimm");
        report.ToCsv().Should().StartWith("section,name,value,unit\r\n").And.Contain("cases,opened,3,cases\r\n");
    }

    [Fact]
    public async Task Pages_Html_IsWellFormed()
    {
        var (ops, _) = await MonthAsync();
        await using var __ = ops;
        var html = (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June)).ToHtml(TextLanguage.German);

        var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("</html>", StringComparison.Ordinal)];
        var act = () => System.Xml.Linq.XElement.Parse(body);

        act.Should().NotThrow();
    }

    [Fact]
    public async Task Pages_UnderAnyCulture_AreTheSame()
    {
        var (ops, _) = await MonthAsync();
        await using var __ = ops;
        var report = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June);
        var before = Thread.CurrentThread.CurrentCulture;
        var (html, csv) = (report.ToHtml(TextLanguage.German), report.ToCsv());
        try
        {
            Thread.CurrentThread.CurrentCulture = new("ar-SA");
            (report.ToHtml(TextLanguage.German), report.ToCsv()).Should().Be((html, csv));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
