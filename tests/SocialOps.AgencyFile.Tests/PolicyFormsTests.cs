using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>What a policy can say besides words and simple patterns.</summary>
public sealed class PolicyFormsTests
{
    private const string LastPattern = "- { for: complaint, cause: damage, do: [apologise: regret, assign, contact client] }";

    [Fact]
    public void Parse_PatternWithEveryKey_HasThemAll()
        => Parse("- { for: insult, id: rude, priority: 2, min severity: low, kinds: [comment, visitor post], client: shop, network: twitter, do: [hide: no insults, assign] }").Patterns[^1].Should().BeEquivalentTo(
            new ActionPattern(Category.Insult, [new(ActionKind.Hide, Reason: "no insults"), new(ActionKind.Assign)]) { Id = "rude", Priority = 2, MinSeverity = Severity.Low, Kinds = [ItemKind.Comment, ItemKind.VisitorPost], Scope = new(new("shop"), "twitter") });

    [Fact]
    public void Parse_PatternOfAnAccount_HasIt() => Parse("- { for: insult, account: shop-x, do: { report: no insults } }").Patterns[^1].Scope.Should().Be(new ResponseScope(Account: new("shop-x")));

    [Fact]
    public void Parse_Guards_AreReadById()
        => Parse("""
            guards:
                      rude: { for: [insult, troll], rules: damage, network: x, forbid: [thank, dismiss], add: contact client }
            """.Trim(), after: false).Guards.Should().BeEquivalentTo([new ResponseGuard { Id = "rude", Categories = [Category.Insult, Category.Troll], Rules = ["damage"], Scope = new(Network: "x"), Forbids = [ActionKind.Thank, ActionKind.Dismiss], Adds = [ActionKind.ContactClient] }]);

    [Fact]
    public void Read_HideOnMastodon_IsRefusedAtItsPlaceWithTheAlternative()
        => AgencyFile.Read(With("- { for: insult, do: { hide: no insults } }", true).Replace("network: twitter", "network: mastodon", StringComparison.Ordinal)).Findings.Select(f => f.ToString()).Should().Equal(
            "(66,24): error: policies[retail].patterns[2].steps[0]: Hide is impossible on mastodon ('shop-x' of 'shop'): others' replies cannot be hidden there. Use report there: give it a pattern of its own with network: mastodon.");

    [Fact]
    public void Read_UnknownClientOfAPattern_IsRefusedAtItsPlace()
        => AgencyFile.Read(With("- { for: insult, client: shap, do: assign }", true)).Findings.Select(f => f.ToString()).Should().Equal("(66,32): error: policies[retail].patterns[2].scope.client: client 'shap' is not defined; did you mean 'shop'?");

    private static ResponsePolicyDefinition Parse(string yaml, bool after = true) => AgencyFile.Parse(With(yaml, after)).Policies[0];

    private static string With(string yaml, bool after)
        => after ? SmallAgency.Yaml.Replace(LastPattern, $"{LastPattern}\n      {yaml}", StringComparison.Ordinal) : SmallAgency.Yaml.Replace("    patterns:\n", $"    {yaml}\n    patterns:\n", StringComparison.Ordinal);
}
