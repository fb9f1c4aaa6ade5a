using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class ResponsePolicyTests
{
    [Theory]
    [InlineData("kaputt", "Das Rad ist KAPUTT!", true)]
    [InlineData("kaputt", "kaputtgegangen", false)]
    [InlineData("kaputt*", "kaputtgegangen", true)]
    [InlineData("*fehler", "Rechnungsfehler", true)]
    [InlineData("*fehler*", "Rechnungsfehlerchen", true)]
    [InlineData("keine antwort", "Immer noch keine  Antwort?", true)]
    [InlineData("keine antwort", "keine gute antwort", false)]
    [InlineData("grüße", "Viele Gruesse", true)]
    [InlineData("gruesse", "Viele Grüße", true)]
    [InlineData("danke", "Dankeeee", true)]
    [InlineData("😡", "so nicht 😡", true)]
    [InlineData("ａｂｃ", "abc", true)]
    public void Classify_WordsOfARule_MatchFoldedText(string word, string text, bool matches)
        => Policy(new ResponseRule { Id = "r", Category = Category.Complaint, Any = [word] }).Classify(text, "x").Labels.Count(l => l.Source == LabelSource.Rule("r")).Should().Be(matches ? 1 : 0);

    [Fact]
    public void Classify_SeveralLabels_TheGraverCategoryIsPrimary()
    {
        var policy = Policy(
            new ResponseRule { Id = "thanks", Category = Category.Praise, Any = ["danke"] },
            new ResponseRule { Id = "broken", Category = Category.Complaint, Cause = ComplaintCause.Damage, Any = ["kaputt"] });

        var result = policy.Classify("danke, kaputt", "x");

        result.Category.Should().Be(Category.Complaint);
        result.Severity.Should().Be(Severity.High);
        result.Labels.Select(l => l.Source.Name).Should().Equal("broken", "thanks");
    }

    [Fact]
    public void Classify_ExcludedWord_SilencesTheRule()
        => Policy(new ResponseRule { Id = "r", Category = Category.Praise, Any = ["danke"], None = ["nicht"] }).Classify("danke für nichts, gar nicht gut", "x").Category.Should().Be(Category.Unclassified);

    [Fact]
    public void Classify_RuleOfAnotherNetwork_DoesNotApply()
        => Policy(new ResponseRule { Id = "r", Category = Category.Praise, Any = ["danke"], Networks = ["facebook"] }).Classify("danke", "x").Category.Should().Be(Category.Unclassified);

    [Fact]
    public void Classify_RuleOfANetworksAlias_Applies()
        => Policy(new ResponseRule { Id = "r", Category = Category.Praise, Any = ["danke"], Networks = ["Twitter"] }).Classify("danke", "x").Category.Should().Be(Category.Praise);

    [Fact]
    public void Explain_EveryRule_TellsWhyOrWhyNot()
    {
        var policy = Policy(
            new ResponseRule { Id = "a", Category = Category.Praise, Any = ["danke"], None = ["nicht"] },
            new ResponseRule { Id = "b", Category = Category.Complaint, Any = ["kaputt"] },
            new ResponseRule { Id = "c", Category = Category.Spam, Any = ["casino"] },
            new ResponseRule { Id = "d", Category = Category.Spam, Any = ["kaputt"], Networks = ["facebook"] });

        policy.Explain("danke, nicht kaputt", "x").Rules.Select(r => r.ToString()).Should().Equal(
            "a: 'danke' stands in the text, but so does 'nicht'",
            "b: 'kaputt' stands in the text: Complaint",
            "c: none of its words stands in the text",
            "d: does not apply to x");
    }

    private static ResponsePolicy Policy(params ResponseRule[] rules) => new(new ResponsePolicyDefinition { Id = new("p"), Rules = rules }, FixedClassifier.Silent);
}
