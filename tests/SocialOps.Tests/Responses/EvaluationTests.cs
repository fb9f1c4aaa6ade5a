using SocialOps.Classifier.Lab;
using SocialOps.Responses;
using SocialOps.Responses.Lexicons;

namespace SocialOps.Tests.Responses;

/// <summary>On real posts that nobody tuned on; they are not part of the repository. SOCIALOPS_DATA names their folder; docs/performance.md tells what lies there.</summary>
public sealed class EvaluationTests
{
    private static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("SOCIALOPS_DATA");
            Assert.SkipUnless(Directory.Exists(folder), "SOCIALOPS_DATA names no folder with real posts.");
            return folder!;
        }
    }

    [Fact]
    [Requirement("1.5")]
    public void Classify_PostsOfTheHeldOutHalf_FindsSixtyPercentOfWhatOffends()
    {
        var measures = Evaluation.Offence(Folder, HeldOut(), tuning: false).ToList();

        TestContext.Current.SendDiagnosticMessage(string.Join(Environment.NewLine, measures));
        measures[0].Recall.Should().BeGreaterThanOrEqualTo(0.60, "{0}", measures[0]);
        measures[0].Precision.Should().BeGreaterThanOrEqualTo(0.65, "{0}", measures[0]);
    }

    [Fact]
    public void Classify_PostsOfTheHeldOutHalf_FindsSeventyPercentOfTheDispleased()
    {
        var measures = Evaluation.Sentiments(Path.Combine(Folder, "rail-tweets.jsonl"), HeldOut(), tuning: false).ToList();

        TestContext.Current.SendDiagnosticMessage(string.Join(Environment.NewLine, measures));
        measures[0].Recall.Should().BeGreaterThanOrEqualTo(0.70, "{0}", measures[0]);
        measures[^1].Right.Should().Be(0, "nobody who complains is thanked");
    }

    /// <summary>What ships, but with the model that has seen the tuning half only.</summary>
    private static LexiconClassifier HeldOut()
        => new([LexiconResources.Lexicon("de"), LexiconResources.Lexicon("en")], OffenceModel.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "held-out.model"))));
}
