using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Reporting;
using SocialOps.Tests.Readiness;
using SocialOps.Time;

namespace SocialOps.Tests.Reporting;

/// <summary>Whether people and money hold for the time ahead.</summary>
public sealed class ContinuityTests
{
    private static readonly YearMonth June = new(2026, 6);
    private static readonly AgreementTerm Year = new(new(2026, 1, 1), new(2026, 12, 31), new(12_000, 8_000, new(2026, 5, 31)));
    private static readonly PersonId Cleo = new("cleo");

    [Fact]
    [Requirement("4.15")]
    public async Task OfMonth_TermBudgetLoadAndStaff_AreTold()
    {
        var agency = ReadyAgency.WithClient(c => c with { Agreement = c.Agreement with { Term = Year } });
        await using var ops = await TestOps.StartAsync(agency);
        var answered = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(answered.Id, TestOps.Ada);
        await ops.DrainAsync();
        await ops.Ops.Agency.ApplyAsync(agency with { People = [.. agency.People, agency.People[0] with { Id = Cleo, Name = "Cleo" }] }, TestOps.Ada);

        var told = (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June)).Continuity;

        told.Should().Match<Continuity>(c => c.On == new LocalDate(2026, 6, 12) && c.TermDaysLeft == 202, "the month is not over: today");
        told.Budget.Should().Be(new BudgetOutlook(12_000, 4_000, new(2026, 5, 31), 1_612.55m, 568.91m, new(2026, 8, 14)));
        told.Largest.Should().Match<WorkShare>(s => s.Person == TestAgency.Ada && s.Actions == s.All && s.Share == 1);
        told.Joined.Should().Equal(Cleo);
        told.Left.Should().BeEmpty();
        told.Risks.Should().Equal(ContinuityRisk.BudgetShort, ContinuityRisk.OnePerson);
    }

    [Theory]
    [InlineData(91, false)]
    [InlineData(90, true)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public void Of_DaysUntilTheLast_WarnFromNinetyOn(int days, bool warns)
    {
        var told = ContinuityCount.Of(new(new(2026, 1, 1), new(2026, 12, 31)), [], [], new LocalDate(2026, 12, 31).PlusDays(-days));

        (told.TermDaysLeft, told.Risks.Contains(ContinuityRisk.TermEnds)).Should().Be((days, warns));
    }

    [Theory]
    [InlineData(2, 1, false)]
    [InlineData(3, 1, true)]
    [InlineData(0, 0, false)]
    public void Of_TheLargestShare_WarnsAboveTwoThirds(int ada, int ben, bool warns)
        => ContinuityCount.Of(null, [Load(TestAgency.Ada, ada), Load(TestAgency.Ben, ben)], [], new(2026, 6, 30)).Risks.Contains(ContinuityRisk.OnePerson).Should().Be(warns);

    [Theory]
    [InlineData(4_900, null)]
    [InlineData(0, null)]
    [InlineData(6_000, "2026-10-29")]
    [InlineData(13_000, "2026-05-31")]
    public void Of_ABudget_NamesTheDayOnWhichNothingIsLeftOnlyBeforeTheTermEnds(int spent, string? usedUp)
    {
        var budget = ContinuityCount.Of(Year with { Budget = Year.Budget! with { Spent = spent } }, [], [], new(2026, 6, 30)).Budget!;

        budget.UsedUpOn?.ToString("uuuu-MM-dd", null).Should().Be(usedUp);
    }

    [Fact]
    public void Of_ATermThatHadNotBegun_SaysNothing()
        => ContinuityCount.Of(Year, [], [], new(2025, 12, 31)).Should().Match<Continuity>(c => c.TermDaysLeft == null && c.Budget == null && c.Risks.Count == 0);

    [Fact]
    public void Of_TheTermsLastDayIsCounted_LeavesNothingForAMonth()
        => ContinuityCount.Of(Year with { Budget = Year.Budget! with { SpentUntilOn = Year.LastOn } }, [], [], Year.LastOn).Budget!.LeftPerMonth.Should().BeNull();

    [Fact]
    public async Task OfMonth_SomebodyLeftAndAMistakeWasPutRight_TellsOnlyWhoLeft()
    {
        var agency = ReadyAgency.Create();
        var withCleo = agency with { People = [.. agency.People, agency.People[0] with { Id = Cleo }, agency.People[0] with { Id = new("dora") }] };
        await using var ops = await TestOps.StartAsync(withCleo);
        await ops.PassAsync(Duration.FromDays(31));
        await ops.Ops.Agency.ApplyAsync(agency, TestOps.Ada);
        await ops.PassAsync(Duration.FromHours(1));
        await ops.Ops.Agency.ApplyAsync(withCleo with { People = [.. withCleo.People.Where(p => p.Id != Cleo)] }, TestOps.Ada);

        var july = (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, new(2026, 7))).Continuity;
        var june = (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June)).Continuity;

        (july.Joined, july.Left).Should().BeEquivalentTo((Array.Empty<PersonId>(), new[] { Cleo }));
        july.Risks.Should().Equal(ContinuityRisk.StaffLeft);
        (june.Joined.Count, june.Left.Count).Should().Be((0, 0), "with the first import it begins");
    }

    [Fact]
    public async Task Pages_OfTerm_SpeakBothLanguagesAndHoldInFigures()
    {
        await using var ops = await TestOps.StartAsync(ReadyAgency.WithClient(c => c with { Agreement = c.Agreement with { Term = Year } }));

        var report = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June);

        report.ToMarkdown(TextLanguage.English).Should().Contain("## Will it hold?\n\nThe agreement runs until 2026-12-31: 202 days left on 2026-06-12.")
            .And.Contain("Of the budget of 12,000, 4,000 were left on 2026-05-31: 568.91 a month until the term's end; a month has cost 1,612.55 so far.")
            .And.Contain("If it goes on like this, nothing is left after 2026-08-14, before the term ends.");
        report.ToMarkdown(TextLanguage.German).Should().Contain("Die Vereinbarung läuft bis zum 31.12.2026: am 12.06.2026 noch 202 Tage.").And.Contain("nach dem 14.08.2026 nichts mehr übrig");
        report.ToHtml(TextLanguage.German).Should().Contain("<h2>Hält es?</h2>");
        report.ToCsv().Should().Contain("continuity,term days left,202,days\r\ncontinuity,budget left,4000.00,currency\r\n").And.Contain("continuity,risk,BudgetShort,\r\n");
    }

    [Fact]
    public async Task Pages_NothingKnownAndNothingChanged_SayNothing()
    {
        await using var ops = await TestOps.StartAsync();

        (await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, June)).ToMarkdown(TextLanguage.English).Should().NotContain("Will it hold?");
    }

    private static PersonLoad Load(PersonId person, int actions) => new(person, actions, actions, Duration.Zero, Duration.Zero);
}
