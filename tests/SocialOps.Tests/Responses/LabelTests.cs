using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class LabelTests
{
    private static readonly ResponseRule Thanks = new() { Id = "thanks", Category = Category.Praise, Any = ["danke"] };
    private static readonly ResponseRule Ask = new() { Id = "ask", Category = Category.Question, Any = ["wann"] };

    [Theory]
    [Requirement("1.5")]
    [InlineData(0.90, 0.70, true)]
    [InlineData(0.90, 0.71, false)]
    [InlineData(0.89, 0.10, false)]
    [InlineData(1.00, 0.80, true)]
    public void Classify_ClassifiersLabel_ActsAloneOnlyWhenSureAndAhead(double score, double next, bool acts)
        => Policy(FixedClassifier.Of((Category.Complaint, score), (Category.Spam, next))).Classify("...", "x").Labels[0].Acts.Should().Be(acts);

    [Fact]
    public void Classify_RuleAndSureClassifier_TheRulesLabelIsPrimary()
    {
        var result = Policy(FixedClassifier.Of((Category.Complaint, 0.99)), Ask).Classify("wann?", "x");

        result.Category.Should().Be(Category.Question);
        result.Labels.Select(l => l.Source.ToString()).Should().Equal("rule 'ask'", "fixed 3");
    }

    [Theory]
    [InlineData(Category.SafetyEmergency)]
    [InlineData(Category.HateOrThreat)]
    [InlineData(Category.LegalOrPress)]
    public void Classify_RuleAndClassifierSureOfDanger_OnlyAPersonOverrulesIt(Category danger)
    {
        var result = Policy(FixedClassifier.Of((danger, 0.95)), Ask).Classify("wann?", "x");

        result.Category.Should().Be(danger);
        result.DecidedBy(new("lena"), Category.Question).Category.Should().Be(Category.Question);
    }

    [Fact]
    public void DecidedBy_APerson_BeatsEverythingAndKeepsWhatOthersSaid()
    {
        var result = Policy(FixedClassifier.Of((Category.SafetyEmergency, 0.95)), Thanks).Classify("danke", "x").DecidedBy(new("lena"), Category.Complaint, ComplaintCause.Damage);

        (result.Category, result.Cause, result.Severity).Should().Be((Category.Complaint, ComplaintCause.Damage, Severity.High));
        result.Labels.Select(l => l.Source.ToString()).Should().Equal("lena", "fixed 3", "rule 'thanks'");
        result.DecidedBy(new("jonas"), Category.Troll).Labels.Select(l => l.Source.ToString()).Should().Equal("jonas", "fixed 3", "rule 'thanks'");
    }

    [Fact]
    public void Classify_SuggestionsAlone_TheFirstInTheOrderOfCategoriesIsPrimary()
    {
        var result = Policy(FixedClassifier.Of((Category.Praise, 0.8), (Category.Complaint, 0.6), (Category.Spam, 0.49))).Classify("...", "x");

        result.IsSuggestion.Should().BeTrue();
        result.Labels.Select(l => l.Category).Should().Equal(Category.Complaint, Category.Praise);
    }

    [Fact]
    public void Classify_ClassifierRepeatsARulesCategory_TheRuleKeepsIt()
        => Policy(FixedClassifier.Of((Category.Praise, 0.99)), Thanks).Classify("danke", "x").Labels.Should().ContainSingle().Which.Source.Should().Be(LabelSource.Rule("thanks"));

    [Fact]
    public void Classify_ClassifierThrows_TheRulesLabelAloneAndTheItemTells()
    {
        var result = Policy(new FixedClassifier(() => throw new InvalidOperationException("no model")), Thanks).Classify("danke", "x");

        result.Category.Should().Be(Category.Praise);
        result.ClassifierFault.Should().StartWith("fixed 3: System.InvalidOperationException, at ").And.NotContain("no model", "the message is somebody else's");
    }

    [Fact]
    public void Classify_ClassifierAnswersNonsense_IsPassedOver()
    {
        IReadOnlyList<Evidence> places = [new(0, 3, "a"), new(-1, 2, "b"), new(2, 2, "c"), new(1, 0, "d"), new(int.MaxValue, 1, "e")];
        var answer = new ClassifierAnswer([new(Category.Spam, default, double.NaN, []), new(Category.Troll, default, 7, []), new(Category.Unclassified, default, 1, []), new(Category.Insult, default, 0.7, places), new(Category.OffTopic, default, 0.7, null!)]);

        var labels = Policy(new FixedClassifier(() => answer)).Classify("abc", "x").Labels;

        labels.Select(l => l.Category).Should().Equal(Category.Insult, Category.OffTopic);
        labels[0].Evidence.Should().Equal(new Evidence(0, 3, "a"));
    }

    [Fact]
    public void Evaluate_ASuggestion_IsLeftToPeople()
    {
        var policy = new ResponsePolicy(
            new() { Id = new("p"), Patterns = [new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("sorry")), new(ActionKind.ContactClient)]), new(Category.Spam, [new(ActionKind.Dismiss)])] },
            FixedClassifier.Of((Category.Complaint, 0.8)));

        policy.Evaluate("...", new("x")).Steps.Select(s => s.Kind).Should().Equal(ActionKind.Assign, ActionKind.Apologise);
    }

    [Theory]
    [InlineData("danke", true)]
    [InlineData("Danke für nichts, ihr Versager!", false)]
    public void Evaluate_ThanksThatTheClassifierDisputes_IsLeftToPeople(string text, bool thanked)
    {
        var policy = new ResponsePolicy(new() { Id = new("p"), Rules = [Thanks], Patterns = [new(Category.Praise, [new(ActionKind.Thank, new SavedReplyId("thanks"))])] });

        policy.Evaluate(text, new("x")).Steps.Should().ContainSingle().Which.Kind.Should().Be(thanked ? ActionKind.Thank : ActionKind.Assign);
    }

    [Fact]
    public void Classify_RulesWords_StandAtTheirPlacesInTheOriginal()
    {
        const string Text = "😀 Das ist ＫＡＰＵＴＴ, ka\u0301putt und k\u200Baputt!";
        var rule = new ResponseRule { Id = "broken", Category = Category.Complaint, Any = ["kaputt"] };

        var places = Policy(FixedClassifier.Silent, rule).Classify(Text, "x").Labels[0].Evidence;

        places.Select(p => Text.Substring(p.Start, p.Length)).Should().Equal("ＫＡＰＵＴＴ", "ka\u0301putt", "k\u200Baputt");
    }

    [Fact]
    public void Explain_EveryRule_TellsWithWhatValue()
    {
        var trace = Policy(FixedClassifier.Of((Category.Spam, 0.6)), Thanks with { None = ["nicht"] }, Ask).Explain("Danke, nicht schlecht", new ItemFacts("x"));

        trace.Rules.Select(r => (r.Rule, r.Matched, Places: string.Join(' ', r.Evidence.Select(e => $"{e.Start}+{e.Length}")))).Should().Equal(("thanks", null, "0+5 7+5"), ("ask", null, ""));
        trace.Choice.Should().Be("Spam: it is the only label. It only suggests: a classifier acts alone from 0.90 with a margin of 0.20.");
        trace.Outcome.Steps.Should().ContainSingle().Which.Kind.Should().Be(ActionKind.Assign);
    }

    private static ResponsePolicy Policy(IItemClassifier classifier, params ResponseRule[] rules) => new(new ResponsePolicyDefinition { Id = new("p"), Rules = rules }, classifier);
}
