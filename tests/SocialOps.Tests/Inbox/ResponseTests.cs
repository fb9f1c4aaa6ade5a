using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Responses;

namespace SocialOps.Tests.Inbox;

public sealed class ResponseTests
{
    private static readonly ActionPattern HideInsults = new(Category.Insult, [new(ActionKind.Hide, Reason: "no insults"), new(ActionKind.Assign)]) { Scope = new(Client: TestAgency.Shop) };

    [Fact]
    public async Task Receive_PatternThatHides_ProposesItToWhoeverIsToldAndDoesNothingItself()
    {
        await using var ops = await TestOps.StartAsync(WithInsults());

        var opened = await ops.ReceiveAsync("ihr deppen");

        opened.Category.Should().Be(Category.Insult);
        ops.Network.Posts.Should().BeEmpty();
        ops.Desk.Told.Should().Contain(t => t.Notices.Any(n => n.Text.Contains("the policy proposes to hide it (no insults)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Explain_StoredItem_TellsWhatWasDecidedThenWithTheFactsOfThen()
    {
        await using var ops = await TestOps.StartAsync(WithInsults());
        var opened = await ops.ReceiveAsync("ihr deppen");
        await ops.Ops.Agency.ApplyAsync(TestAgency.Create(), Actor.Service("test", "test"));

        var trace = await ops.Ops.Cases.ExplainAsync(opened.Item);

        trace.Outcome.Pattern.Should().Be("Insult for shop");
        trace.Patterns[0].Should().Be(new PatternTrace("Insult for shop", true, "fits"));
    }

    [Fact]
    [Requirement("4.18")]
    public async Task Simulate_AnotherPolicyOnStoredItems_TellsWhatItWouldHaveDone()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("alles kaputt");
        var other = await ops.ReceiveAsync("wo ist der laden");
        var policy = TestAgency.Create().Policies[0];

        var page = await ops.Ops.Responses.SimulateAsync(TestAgency.Shop, policy with { Rules = [.. policy.Rules, new() { Id = "where", Category = Category.Spam, Any = ["laden"] }] });

        page.Items.Should().ContainSingle().Which.Item.Should().Be(other.Item);
        page.Items[0].After.Steps.Should().ContainSingle().Which.Kind.Should().Be(ActionKind.Dismiss);
    }

    private static AgencyDefinition WithInsults()
    {
        var agency = TestAgency.Create();
        var policy = agency.Policies[0];
        return agency with { Policies = [policy with { Rules = [.. policy.Rules, new() { Id = "insult", Category = Category.Insult, Any = ["deppen"] }], Patterns = [.. policy.Patterns, HideInsults] }] };
    }
}
