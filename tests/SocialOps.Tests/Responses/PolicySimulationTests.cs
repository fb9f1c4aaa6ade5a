using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class PolicySimulationTests
{
    private static readonly ResponsePolicyDefinition Now = new()
    {
        Id = new("p"),
        Rules = [new() { Id = "ask", Category = Category.Question, Any = ["wann"] }],
        Patterns = [new(Category.Question, [new(ActionKind.Assign)])],
    };

    [Fact]
    [Requirement("4.18")]
    public void Compare_AnotherPolicy_GivesTheChangedOutcomesOnly()
    {
        var then = Now with { Rules = [.. Now.Rules, new() { Id = "late", Category = Category.Complaint, Cause = ComplaintCause.Service, Any = ["endlich"] }], Patterns = [.. Now.Patterns, new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("sorry"))])] };

        var changes = PolicySimulation.Compare(Policy(Now), Policy(then), [Item("1", "wann?"), Item("2", "wann endlich?"), Item("3", "...")]).ToList();

        changes.Should().ContainSingle().Which.Item.Should().Be("2");
        changes[0].Differences.Should().Equal("category Question -> Complaint", "cause Other -> Service", "steps Assign -> Apologise 'sorry'");
    }

    [Fact]
    public void Compare_OnlyNamesChanged_IsNoChange()
        => PolicySimulation.Compare(Policy(Now), Policy(Now with { Rules = [Now.Rules[0] with { Id = "when" }], Patterns = [Now.Patterns[0] with { Id = "questions" }] }), [Item("1", "wann?")]).Should().BeEmpty();

    private static SimulatedItem Item(string id, string text) => new(id, text, new("x"));

    private static ResponsePolicy Policy(ResponsePolicyDefinition definition) => new(definition, FixedClassifier.Silent);
}
