using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class GuardTests
{
    private static readonly ItemFacts Facts = new("x") { Client = new("shop") };

    [Fact]
    [Requirement("0.9")]
    public void Decide_TheClientReplies_NothingIsSentOrProposed()
    {
        var outcome = Policy(ActionKind.Thank, ActionKind.Apologise, ActionKind.ContactClient).Evaluate("danke", Facts with { ClientReplies = true });

        outcome.Guards.Should().Equal("client-replies");
        outcome.Steps.Select(s => s.Kind).Should().Equal(ActionKind.ContactClient);
    }

    [Theory]
    [InlineData(2, new[] { ActionKind.Thank })]
    [InlineData(3, new[] { ActionKind.Assign })]
    [InlineData(6, new[] { ActionKind.Assign })]
    public void Decide_AWave_FromLevelThreeOnNothingIsSentWithoutAPerson(int level, ActionKind[] left)
        => Policy(ActionKind.Thank).Evaluate("danke", Facts with { CrisisLevel = level }).Steps.Select(s => s.Kind).Should().Equal(left);

    [Theory]
    [InlineData("Danke. Ich will nicht mehr leben.", "danger")]
    [InlineData("Danke, mein Anwalt meldet sich.", "legal")]
    public void Decide_DangerOrLawyersAreOnlySuspected_APersonLooks(string text, string guard)
    {
        var outcome = Policy(ActionKind.Thank, ActionKind.Dismiss).Evaluate(text, Facts);

        outcome.Guards.Should().Contain(guard);
        outcome.Steps.Select(s => s.Kind).Should().Equal(ActionKind.Assign);
    }

    [Fact]
    public void Decide_GuardOfThePolicy_ForbidsAndAdds()
    {
        var guard = new ResponseGuard { Id = "minors", Rules = ["child"], Forbids = [ActionKind.Thank], Adds = [ActionKind.ContactClient] };
        var policy = new ResponsePolicy(new() { Id = new("p"), Rules = [Thanks, new() { Id = "child", Category = Category.General, Any = ["klasse 7a"] }], Guards = [guard], Patterns = [Pattern(ActionKind.Thank)] }, FixedClassifier.Silent);

        policy.Evaluate("danke von der klasse 7a", Facts).Steps.Select(s => s.Kind).Should().Equal(ActionKind.ContactClient);
        policy.Evaluate("danke", Facts).Steps.Select(s => s.Kind).Should().Equal(ActionKind.Thank);
    }

    [Fact]
    public void Decide_OneGuardAddsWhatAnotherForbids_ItIsForbidden()
    {
        ResponseGuard[] guards = [new() { Id = "a", Categories = [Category.Praise], Adds = [ActionKind.ContactClient] }, new() { Id = "b", Categories = [Category.Praise], Forbids = [ActionKind.ContactClient] }];
        foreach (var order in new[] { guards, [.. guards.Reverse()] })
        {
            new ResponsePolicy(new() { Id = new("p"), Rules = [Thanks], Guards = order, Patterns = [Pattern(ActionKind.Thank)] }, FixedClassifier.Silent)
                .Evaluate("danke", Facts).Steps.Select(s => s.Kind).Should().Equal(ActionKind.Thank);
        }
    }

    [Fact]
    public void Explain_EveryGuard_TellsWhyAndWhyNot()
        => Policy(ActionKind.Thank).Explain("danke", Facts with { CrisisLevel = 4 }).Guards.Select(g => g.ToString()).Should().Equal(
            "guard suggestion: a rule, a person or a sure classifier says what it is",
            "guard disputed: no classifier disputes it",
            "guard danger: nothing tells of danger",
            "guard legal: nothing tells of lawyers, authorities or the press",
            "guard crisis: it belongs to a wave of level 3 or above",
            "guard client-replies: the agency answers");

    private static ResponseRule Thanks { get; } = new() { Id = "thanks", Category = Category.Praise, Any = ["danke"] };

    private static ActionPattern Pattern(params ActionKind[] steps) => new(Category.Praise, [.. steps.Select(k => new ActionStep(k))]);

    private static ResponsePolicy Policy(params ActionKind[] steps) => new(new() { Id = new("p"), Rules = [Thanks], Patterns = [Pattern(steps)] });
}
