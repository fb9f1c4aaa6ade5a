using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class PolicyValidationTests
{
    private static readonly ActionStep Hide = new(ActionKind.Hide, Reason: "no insults");

    [Fact]
    [Requirement("1.9")]
    public void Validate_HideWhereTheNetworkCannot_SaysSoAndNamesTheAlternative()
        => Findings("mastodon", new ActionPattern(Category.Insult, [Hide])).Should().Equal(
            "error: policies[policy].patterns[0].steps[0]: Hide is impossible on mastodon ('shop-x' of 'shop'): others' replies cannot be hidden there. Use report there: give it a pattern of its own with network: mastodon.");

    [Fact]
    [Requirement("1.9")]
    public void Validate_TheAlternativeForThatNetwork_IsFine()
        => Findings("mastodon", new ActionPattern(Category.Insult, [Hide]), new ActionPattern(Category.Insult, [new(ActionKind.Report, Reason: "no insults")]) { Scope = new(Network: "mastodon") }).Should().BeEmpty();

    [Fact]
    public void Validate_AlternativeForSomeOfTheItemsOnly_IsNotEnough()
        => Findings("mastodon", new ActionPattern(Category.Insult, [Hide]), new ActionPattern(Category.Insult, [new(ActionKind.Assign)]) { Scope = new(Network: "mastodon"), MinSeverity = Severity.High }).Should().ContainSingle();

    [Fact]
    public void Validate_HideOnX_IsFine() => Findings("x", new ActionPattern(Category.Insult, [Hide])).Should().BeEmpty();

    [Fact]
    public void Validate_NetworkOfWhichNothingIsKnown_Warns()
        => Findings("xing", new ActionPattern(Category.Insult, [Hide])).Should().Equal("warning: policies[policy].patterns[0].steps[0]: whether xing ('shop-x' of 'shop') can hide is not known; look it up before you rely on it.");

    [Theory]
    [Requirement("2.22")]
    [InlineData(Category.Complaint)]
    [InlineData(Category.CriticismJustified)]
    [InlineData(Category.CriticismUnjustified)]
    public void Validate_CriticismIsToBeSilenced_IsRefused(Category category)
        => Findings("x", new ActionPattern(category, [Hide])).Should().Equal($"error: policies[policy].patterns[0].steps[0]: {category} is answered, not silenced; take Hide out.");

    [Fact]
    public void Validate_NoReasonFromTheNetiquette_IsRefused()
        => Findings("x", new ActionPattern(Category.Insult, [new(ActionKind.Block)])).Should().Equal("error: policies[policy].patterns[0].steps[0]: Block needs a reason; write which rule of the netiquette is broken.");

    [Fact]
    public void Validate_TwoPatternsWithOneId_IsRefused()
        => Findings("x", new ActionPattern(Category.Insult, [new(ActionKind.Assign)]) { Id = "a" }, new ActionPattern(Category.Troll, [new(ActionKind.Assign)]) { Id = "a" })
            .Should().Equal("error: policies[policy].patterns[1]: there are two patterns with the id 'a'; nobody could say which one holds. Give one of them another id.");

    [Fact]
    public void Validate_TwoPatternsForTheSame_IsRefused()
        => Findings("x", new ActionPattern(Category.Insult, [new(ActionKind.Assign)]), new ActionPattern(Category.Insult, [new(ActionKind.Dismiss)]))
            .Should().Equal("error: policies[policy].patterns[1]: there are two patterns for Insult; nobody could say which one holds. Take one out.");

    [Fact]
    public void Validate_PatternBehindOneThatFitsAllOfIt_Warns()
        => Findings("x", new ActionPattern(Category.Insult, [new(ActionKind.Assign)]) { Id = "all" }, new ActionPattern(Category.Insult, [new(ActionKind.Dismiss)]) { Id = "grave", MinSeverity = Severity.High })
            .Should().Equal("warning: policies[policy].patterns[1]: 'all' comes before it and fits whatever this one fits, so this one is never reached; give it a lower priority number, or take it out.");

    [Fact]
    public void Validate_ScopesThatNameNothing_AreAllTold()
        => Findings("x", new ActionPattern(Category.Insult, [new(ActionKind.Assign)]) { Scope = new(Client: new("shp")) }, new ActionPattern(Category.Troll, [new(ActionKind.Assign)]) { Scope = new(Network: "x", Account: new("shop-y")) }).Should().Equal(
            "error: policies[policy].patterns[0].scope.client: client 'shp' is not defined; did you mean 'shop'?",
            "error: policies[policy].patterns[1].scope.account: account 'shop-y' belongs to one client and network already; take these out.",
            "error: policies[policy].patterns[1].scope.account: account 'shop-y' is no client's; did you mean 'shop-x'?");

    [Fact]
    public void Validate_GuardsThatCannotBe_AreAllTold()
    {
        var agency = Agency("x");
        agency = agency with { Policies = [agency.Policies[0] with { Guards = [new() { Id = "legal", Categories = [Category.Spam], Forbids = [ActionKind.Thank] }, new() { Id = "all", Forbids = [ActionKind.Thank] }, new() { Id = "none", Rules = ["thank"], Adds = [ActionKind.Thank] }, new() { Id = "nothing", Categories = [Category.Spam] }] }] };

        Told(agency).Should().Equal(
            "error: policies[policy].guards[legal]: guard 'legal' is the library's own, which always holds; give this one another id.",
            "error: policies[policy].guards[all]: guard 'all' holds for everything; write for which labels, rules, clients, networks or accounts.",
            "error: policies[policy].guards[none].rules[0]: rule 'thank' is not one of this policy; did you mean 'thanks'?",
            "error: policies[policy].guards[none].adds[0]: a guard cannot add Thank; it adds Assign or ContactClient.",
            "error: policies[policy].guards[nothing]: guard 'nothing' changes nothing; write what it forbids or adds.");
    }

    private static IEnumerable<string> Findings(string network, params ActionPattern[] patterns)
    {
        var agency = Agency(network);
        return Told(agency with { Policies = [agency.Policies[0] with { Patterns = patterns }] });
    }

    private static IEnumerable<string> Told(AgencyDefinition agency) => AgencyValidation.Validate(agency).Where(f => f.Path.StartsWith("policies", StringComparison.Ordinal)).Select(f => f.ToString());

    private static AgencyDefinition Agency(string network)
    {
        var agency = TestAgency.Create();
        var shop = agency.Clients[0];
        return agency with { Clients = [shop with { Accounts = [shop.Accounts[0] with { Network = network }] }] };
    }
}
