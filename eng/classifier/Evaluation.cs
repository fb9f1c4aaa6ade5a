using System.Globalization;
using System.Text.Json;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Classifier.Lab;

/// <summary>How well one label is found.</summary>
/// <param name="Name">The label.</param>
/// <param name="Right">Posts that have it and were given it.</param>
/// <param name="Found">Posts that were given it.</param>
/// <param name="Real">Posts that have it.</param>
internal sealed record Measure(string Name, int Right, int Found, int Real)
{
    public double Precision => Found == 0 ? 1 : (double)Right / Found;

    public double Recall => (double)Right / Real;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: precision {Precision:0.000} ({Right} of {Found}), recall {Recall:0.000} ({Right} of {Real})");

    public static Measure Of(string name, IEnumerable<(bool Is, bool Found)> posts)
    {
        var all = posts.ToList();
        return new(name, all.Count(p => p is { Is: true, Found: true }), all.Count(p => p.Found), all.Count(p => p.Is));
    }
}

/// <summary>Precision and recall on one half of the posts.</summary>
internal static class Evaluation
{
    /// <summary>Posts of GermEval 2018: does somebody get offended?</summary>
    public static IEnumerable<Measure> Offence(string folder, IItemClassifier classifier, bool tuning)
    {
        var policy = Alone(classifier);
        var posts = Directory.EnumerateFiles(folder, "germeval2018*.tsv").Order(StringComparer.Ordinal).SelectMany(Post.Read).Where(p => p.MayTune == tuning)
            .Select(p => (p.Offends, Labels: policy.Classify(p.Text, "x").Labels.Where(l => l.Category is Category.Insult or Category.HateOrThreat).ToList())).ToList();
        foreach (var score in new[] { 0.5, 0.6, 0.7, 0.8, 0.9 })
        {
            yield return Measure.Of(string.Create(CultureInfo.InvariantCulture, $"offence, score from {score:0.0}"), posts.Select(p => (p.Offends, p.Labels.Exists(l => l.Score >= score))));
        }

        var (scores, right, best) = (posts.Select(p => (p.Offends, Score: p.Labels.Select(l => l.Score).DefaultIfEmpty(0).Max())).OrderByDescending(p => p.Score).ToList(), 0, 0);
        for (var i = 0; i < scores.Count; i++)
        {
            right += scores[i].Offends ? 1 : 0;
            best = right >= 0.7 * (i + 1) && scores[i].Score > 0 ? i : best;
        }

        yield return Measure.Of(string.Create(CultureInfo.InvariantCulture, $"offence, score from {scores[best].Score:0.00}, where precision is 0.70"), scores.Select(p => (p.Offends, p.Score >= scores[best].Score)));
        yield return Measure.Of("offence, sure enough to act alone", posts.Select(p => (p.Offends, p.Labels.Exists(l => l.Acts))));
    }

    /// <summary>Posts about the railway: is the author displeased, pleased?</summary>
    public static IEnumerable<Measure> Sentiments(string path, IItemClassifier classifier, bool tuning)
    {
        var policy = Alone(classifier);
        var posts = File.ReadLines(path).Select(l => JsonDocument.Parse(l).RootElement).Select(p => (Text: p.GetProperty("text").GetString()!, Sentiment: p.GetProperty("sentiment").GetString()))
            .Where(p => Post.IsTuning(p.Text) == tuning).Select(p => (p.Sentiment, Found: policy.Classify(p.Text, "x"))).ToList();
        yield return Measure.Of("displeased", posts.Select(p => (p.Sentiment == "negative", p.Found.Sentiment is { Value: Sentiment.Negative })));
        yield return Measure.Of("pleased", posts.Select(p => (p.Sentiment == "positive", p.Found.Sentiment is { Value: Sentiment.Positive })));
        yield return Measure.Of("displeased, as a label from safety emergency to insult", posts.Select(p => (p.Sentiment == "negative", p.Found.Category <= Category.Insult)));
        yield return Measure.Of("any label at all, among the displeased", posts.Select(p => (p.Sentiment == "negative", p.Found.Labels.Count > 0)));
        yield return Measure.Of("praise that would be thanked for, among the displeased", posts.Select(p => (p.Sentiment == "negative", p.Found is { Category: Category.Praise, IsSuggestion: false, IsDisputed: false })));
    }

    private static ResponsePolicy Alone(IItemClassifier classifier) => new(new ResponsePolicyDefinition { Id = new("none") }, classifier);
}
