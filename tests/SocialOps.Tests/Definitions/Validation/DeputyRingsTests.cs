using SocialOps.People;

namespace SocialOps.Tests.Definitions.Validation;

public sealed class DeputyRingsTests
{
    [Fact]
    public void Validate_TwoOfThreeStandInOnlyForEachOther_IsAWarning()
        => Findings(Agencies.Person("ada", "ben"), Agencies.Person("ben", "ada"), Agencies.Person("cem"))
            .Should().Equal("warning: people[ada].deputies: ada, ben stand in only for one another: when all are away nobody does. Give one of them a further deputy.");

    [Fact]
    public void Validate_RingWithAWayOut_IsFine()
        => Findings(Agencies.Person("ada", "ben", "cem"), Agencies.Person("ben", "ada"), Agencies.Person("cem")).Should().BeEmpty();

    [Fact]
    public void Validate_RingOfEverybody_IsFine()
        => Findings(Agencies.Person("ada", "ben"), Agencies.Person("ben", "cem"), Agencies.Person("cem", "ada")).Should().BeEmpty();

    [Fact]
    public void Validate_SomebodyWhoLeadsIntoARing_IsNotPartOfIt()
        => Findings(Agencies.Person("cem", "ada"), Agencies.Person("ada", "ben"), Agencies.Person("ben", "ada"))
            .Should().ContainSingle().Which.Should().StartWith("warning: people[ada].deputies: ada, ben ");

    private static IEnumerable<string> Findings(params PersonDefinition[] people) => (Agencies.Sound with { People = people }).Findings();
}
