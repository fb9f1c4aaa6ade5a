using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class AutonomyTests
{
    private static readonly AutonomyFacts Free = new(Category.Praise) { Person = "ada" };

    [Fact]
    public void Of_NothingBounds_ActsWithinThePool()
        => AutonomyDecision.Of(Free).Level.Should().Be(AutonomyLevel.ActWithinPool);

    [Theory]
    [Requirement("4.14")]
    [InlineData("package", AutonomyLevel.Observe)]
    [InlineData("policy", AutonomyLevel.ActAfterApproval)]
    [InlineData("category", AutonomyLevel.Suggest)]
    [InlineData("hours", AutonomyLevel.Suggest)]
    [InlineData("person", AutonomyLevel.ActThenNotify)]
    [InlineData("crisis", AutonomyLevel.Suggest)]
    [InlineData("conformity", AutonomyLevel.ActAfterApproval)]
    public void Of_EachCapAlone_BoundsAndIsNamed(string cap, AutonomyLevel level)
    {
        var decision = AutonomyDecision.Of(cap switch
        {
            "package" => Free with { ClientReplies = true },
            "policy" => Free with { Policy = new() { Level = level } },
            "category" => Free with { Policy = new() { Categories = [new(Category.Praise, level)] } },
            "hours" => Free with { Policy = new() { OutsideHours = level }, IsOutsideHours = true },
            "person" => Free with { PersonLevel = level },
            "crisis" => Free with { CrisisLevel = 3 },
            _ => Free with { Conformity = level },
        });

        decision.Level.Should().Be(level);
        decision.Bound.Should().ContainSingle().Which.Name.Should().Be(cap);
    }

    [Theory]
    [InlineData(Category.Complaint, ComplaintCause.Service, AutonomyLevel.ActThenNotify)]
    [InlineData(Category.Complaint, ComplaintCause.Damage, AutonomyLevel.Suggest)]
    [InlineData(Category.LegalOrPress, ComplaintCause.Other, AutonomyLevel.Suggest)]
    [InlineData(Category.Praise, ComplaintCause.Other, AutonomyLevel.ActWithinPool)]
    public void MostFor_Category_IsWhatNoPolicyCanRaise(Category category, ComplaintCause cause, AutonomyLevel most)
        => AutonomyDecision.Of(new AutonomyFacts(category, cause) { Person = "ada", Policy = new() { Categories = [new(category, AutonomyLevel.ActWithinPool)] } }).Level.Should().Be(most);

    [Fact]
    public void Of_NobodyOnDuty_OnlySuggests() => AutonomyDecision.Of(Free with { Person = null }).Level.Should().Be(AutonomyLevel.Suggest);

    [Fact]
    public void ToString_SeveralCapsBind_NamesThemAll()
        => AutonomyDecision.Of(Free with { CrisisLevel = 4, Person = null }).ToString().Should().Be("L1 (person: nobody is on duty who would stand behind it; crisis: wave level 4)");

    [Fact]
    public void IsSample_FirstTwentyThenAboutOneInTen()
    {
        Enumerable.Range(0, 20).Should().OnlyContain(n => SamplingRule.IsSample($"p{n}", n));
        Enumerable.Range(0, 5_000).Count(n => SamplingRule.IsSample($"p{n}", 20)).Should().BeInRange(400, 600);
    }
}
