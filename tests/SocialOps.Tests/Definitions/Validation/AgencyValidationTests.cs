using SocialOps.Definitions;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Tests.Definitions.Validation;

/// <summary>What a file cannot say but a definition built in C# can; the file's own tests show the rest.</summary>
public sealed class AgencyValidationTests
{
    [Fact]
    public void Validate_SoundAgency_FindsNothing() => Agencies.Sound.Findings().Should().BeEmpty();

    [Fact]
    public void Validate_Null_Throws() => FluentActions.Invoking(() => AgencyValidation.Validate(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Validate_IdDefinedTwice_IsAnError()
        => (Agencies.Sound with { People = [.. Agencies.Sound.People, Agencies.Person("ada", "ben")] }).Findings()
            .Should().Equal("error: people[ada]: person 'ada' is defined twice; give one of them another id.");

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("bäcker")]
    public void Validate_MalformedId_IsAnError(string id)
        => (Agencies.Sound with { Policies = [.. Agencies.Sound.Policies, new() { Id = new(id) }] }).Findings()
            .Should().Equal($"error: policies[{id}]: '{id}' is not an id: 1 to 64 of A-Z, a-z, 0-9, '-', '_' and '.', beginning with a letter or digit.");

    [Fact]
    public void Validate_IdWithoutText_IsAnError()
        => AgencyValidation.Validate(Agencies.Sound with { Policies = [.. Agencies.Sound.Policies, new() { Id = default }] }).Should().ContainSingle(f => f.Path == "policies[]");

    [Fact]
    public void Validate_OverrideThatReplacesNobody_IsAnError()
        => WithOverride(new("one", OverrideKind.Replace, new(2026, 4, 3, 0, 0), new(2026, 4, 4, 0, 0), new PersonId("ada"))).Findings()
            .Should().ContainSingle(f => f.StartsWith("error: schedules[duty].overrides[one].replaces:"));

    [Fact]
    public void Validate_OverrideToSomebodyAbsent_IsAnError()
    {
        var away = Agencies.Sound.People[0] with { Absences = [new(new(2026, 4, 1), new(2026, 4, 30))] };
        var agency = WithOverride(new("one", OverrideKind.Take, new(2026, 4, 3, 0, 0), new(2026, 4, 4, 0, 0), new PersonId("ada"))) with { People = [away, Agencies.Sound.People[1]] };

        agency.Findings().Should().ContainSingle(f => f.StartsWith("error: schedules[duty].overrides[one].person: ada is absent"));
    }

    [Fact]
    public void Validate_PersonWithoutContact_IsSaidOnceWhereThePersonIsDefined()
        => (Agencies.Sound with { People = [Agencies.Sound.People[0] with { Contacts = [] }, Agencies.Sound.People[1]] }).Findings()
            .Should().Equal("error: people[ada].contacts: 'ada' cannot be reached; write at least one contact, e.g. a mail address.");

    [Fact]
    public void Validate_AccountOfTwoClients_IsAnError()
    {
        var other = Agencies.Sound.Clients[0] with { Id = new("other"), Accounts = [new(new("account"), "x", "other")] };

        (Agencies.Sound with { Clients = [Agencies.Sound.Clients[0], other] }).Findings()
            .Should().Equal("error: clients[other].accounts[account]: account 'account' is defined twice, here and for client 'client'; give one of them another id.");
    }

    [Fact]
    public void Validate_LevelBehindAWiderOne_IsAWarning()
    {
        var package = Agencies.Package(SocialOps.ServicePackages.EngagementOwner.Agency);
        package = package with { ServiceLevels = [package.ServiceLevels[0], package.ServiceLevels[0] with { Name = "late", Categories = [Channels.Category.Praise] }] };

        (Agencies.Sound with { Packages = [package] }).Findings()
            .Should().Equal("warning: packages[package].serviceLevels[1]: 'late' never applies, for 'level' before it takes all its cases; put the narrower one first.");
    }

    private static AgencyDefinition WithOverride(ShiftOverride shift)
        => Agencies.Sound with { Schedules = [Agencies.Sound.Schedules[0] with { Overrides = [shift] }] };
}
