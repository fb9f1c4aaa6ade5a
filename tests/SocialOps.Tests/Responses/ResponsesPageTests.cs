using Microsoft.Extensions.DependencyInjection;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

/// <summary>What docs/concepts/responses.md shows.</summary>
public sealed class ResponsesPageTests
{
    [Fact]
    [Requirement("1.9")]
    public void Explain_TheExampleOfThePage_TellsWhatThePageSays()
    {
        // snippet: classify
        var policy = new ResponsePolicy(new()
        {
            Id = new("retail"),
            Rules = [new() { Id = "delivery", Category = Category.Complaint, Cause = ComplaintCause.Service, Any = ["liefer* nicht", "*verspätung"], None = ["keine verspätung"] }],
            Patterns = [new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("sorry")), new(ActionKind.Assign)])],
        });

        ClassificationTrace trace = policy.Explain("Wann kommt das Paket? Schon wieder Lieferverspätung 😡", new ItemFacts("facebook", ItemKind.VisitorPost));

        Label primary = trace.Classification.Labels[0];         // Complaint (Service) by rule 'delivery', severity 1
        Evidence place = primary.Evidence[0];                   // where '*verspätung' stands
        RuleTrace rule = trace.Rules[0];                        // every rule, matched or not, and why
        Scored<Sentiment>? mood = trace.Classification.Sentiment; // Negative
        // end snippet
        primary.ToString().Should().Be("Complaint (Service) by rule 'delivery': '*verspätung'");
        primary.Severity.Should().Be(Severity.Low);
        "Wann kommt das Paket? Schon wieder Lieferverspätung 😡".Substring(place.Start, place.Length).Should().Be("Lieferverspätung");
        rule.Matched.Should().Be("*verspätung");
        mood!.Value.Should().Be(Sentiment.Negative);
    }

    [Fact]
    public void UseItemClassifier_AHostsOwn_LabelsWhatArrives()
    {
        var services = new ServiceCollection();
        // snippet: own-classifier
        services.AddSocialOps(ops => ops.UseItemClassifier<ShoutingIsComplaining>());
        // end snippet
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IItemClassifier>().Should().BeOfType<ShoutingIsComplaining>();
    }

    private sealed class ShoutingIsComplaining : IItemClassifier
    {
        public string Name => "shouting";

        public string Version => "1";

        public ClassifierAnswer Classify(string text, ItemFacts facts)
            => text.Any(char.IsLetter) && !text.Any(char.IsLower) ? new([new(Category.Complaint, ComplaintCause.Other, 0.7, [])]) : ClassifierAnswer.None;
    }
}
