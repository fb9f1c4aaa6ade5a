using NodaTime;
using SocialOps.Content;
using SocialOps.Time;
using static SocialOps.Tests.Content.Plans;

namespace SocialOps.Tests.Content;

public sealed class PlanCheckTests
{
    private static readonly Instant Now = TimeZones.Resolve(Monday.AtMidnight(), Berlin);

    [Fact]
    [Requirement("2.5")]
    public void OfWeek_OnePostMissing_NamesTheFreeSlot()
    {
        var finding = Check(Plan(), Post(Tuesday)).Should().ContainSingle().Subject;

        (finding.Rule, finding.Place, finding.Value, finding.Remedy).Should().Be(("plan.missing", "plan.week[2026-06-08].shop-x", "1 of 2", "Free: Thu 10:00."));
    }

    [Fact]
    [Requirement("2.5")]
    public void OfWeek_CadenceMet_FindsNothing() => Check(Plan(), Post(Tuesday), Post(Thursday)).Should().BeEmpty();

    [Theory]
    [Requirement("2.5")]
    [InlineData(ContentState.Rejected)]
    [InlineData(ContentState.Withdrawn)]
    [InlineData(ContentState.Failed)]
    public void OfWeek_PostThatEnded_FillsNoSlot(ContentState state) => Check(Plan(), Post(Tuesday), Post(Thursday, state)).Should().ContainSingle().Which.Rule.Should().Be("plan.missing");

    [Fact]
    [Requirement("2.5")]
    public void OfWeek_WeekEnds_AtLocalMidnight()
    {
        var sunday = Monday.PlusDays(6).At(new LocalTime(23, 59));

        Check(Plan(), Post(Tuesday), Post(sunday)).Should().BeEmpty();
        Check(Plan(), Post(Tuesday), Post(sunday.PlusMinutes(1))).Should().ContainSingle();
        Check(Plan(), Post(Tuesday), Post(Monday.AtMidnight())).Should().BeEmpty();
        Check(Plan(), Post(Tuesday), Post(Monday.AtMidnight().PlusTicks(-1))).Should().ContainSingle();
    }

    [Theory]
    [Requirement("2.5")]
    [InlineData(1, "plan.beyond-package")]
    [InlineData(3, "plan.below-package")]
    public void OfWeek_PlanAgainstPackage_TellsTheDifference(int agreed, string rule)
        => Check(Plan() with { Cadences = [new(Shop, 2, agreed)] }, Post(Tuesday), Post(Thursday)).Should().ContainSingle().Which.Rule.Should().Be(rule);

    [Fact]
    [Requirement("0.18")]
    public void OfWeek_ShallowPipeline_SaysHowManyMore()
    {
        var finding = Check(Plan() with { Cadences = [new(Shop, 2, MinAhead: 4)] }, Post(Tuesday), Post(Thursday), Post(Thursday.PlusWeeks(1))).Should().ContainSingle().Subject;

        (finding.Rule, finding.Value).Should().Be(("plan.pipeline", "3 of 4"));
        finding.Remedy.Should().StartWith("Plan 1 more");
    }

    [Theory]
    [Requirement("2.5")]
    [InlineData(50, 100, 0)]
    [InlineData(51, 100, 1)]
    [InlineData(0, 50, 0)]
    [InlineData(0, 49, 1)]
    public void OfWeek_Mix_HoldsBothEnds(int min, int max, int findings)
        => Check(Plan() with { Mix = [new(ContentKind.ClientStory, null, min, max)] }, Post(Tuesday, kind: ContentKind.ClientStory), Post(Thursday)).Should().HaveCount(findings);

    [Fact]
    [Requirement("1.12")]
    public void OfWeek_MoreWorkThanTheBudget_TellsHours()
    {
        var plan = Plan() with { Budgets = [new("twitter", Duration.FromHours(2), Duration.FromMinutes(75))] };

        Check(plan, Post(Tuesday), Post(Thursday)).Should().ContainSingle().Which.Value.Should().Be("2.5 h of 2 h");
        Check(plan with { Budgets = [new("x", Duration.FromHours(2), Duration.FromHours(1))] }, Post(Tuesday), Post(Thursday)).Should().BeEmpty();
    }

    [Fact]
    public void Slots_SkippedAndAmbiguousTimes_FollowTheOneRule()
    {
        var plan = Plan() with { Slots = [new(Shop, IsoDayOfWeek.Sunday, new(2, 30))] };

        new PlanWeek(plan, new(2026, 3, 29)).Slots().Should().ContainSingle().Which.At.Should().Be(Instant.FromUtc(2026, 3, 29, 1, 0), "02:30 is skipped: the first instant after the gap");
        new PlanWeek(plan, new(2026, 10, 25)).Slots().Should().ContainSingle().Which.At.Should().Be(Instant.FromUtc(2026, 10, 25, 0, 30), "02:30 comes twice: the earlier one");
    }

    [Fact]
    public void FreeSlots_OnePost_FillsOneSlotOnly()
    {
        var plan = Plan() with { Slots = [new(Shop, IsoDayOfWeek.Tuesday, new(9, 0)), new(Shop, IsoDayOfWeek.Tuesday, new(18, 0))] };

        new PlanWeek(plan, Monday).FreeSlots([Post(Tuesday)]).Select(s => s.Local.Hour).Should().Equal(18);
        new PlanWeek(plan, Monday).FreeSlots([Post(Tuesday), Post(Tuesday.PlusMinutes(5))]).Should().BeEmpty();
    }

    private static IReadOnlyList<ContentFinding> Check(EditorialPlan plan, params PlannedPost[] posts) => PlanCheck.OfWeek(plan, Monday.PlusDays(4), posts, Now);
}
