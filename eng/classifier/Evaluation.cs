using System.Globalization;
using System.Text.Json;
using SocialOps.Channels;
using SocialOps.Responses;
using SocialOps.Responses.Lexicons;

namespace SocialOps.Classifier.Lab;

/// <summary>Precision and recall on one half of the posts.</summary>
internal static class Evaluation
{
    public static void Run(string folder, LexiconClassifier classifier, bool tuning)
    {
        var policy = new ResponsePolicy(new ResponsePolicyDefinition { Id = new("none") }, classifier);
        Offence(Directory.EnumerateFiles(folder, "germeval2018*.tsv").Order(StringComparer.Ordinal).SelectMany(Post.Read).Where(p => p.MayTune == tuning), classifier, policy);
        Sentiments(Path.Combine(folder, "rail-tweets.jsonl"), classifier, policy, tuning);
    }

    private static void Offence(IEnumerable<Post> posts, LexiconClassifier classifier, ResponsePolicy policy)
    {
        var answers = posts.Select(p => (p.Offends, Label: policy.Classify(p.Text, "x").Labels.FirstOrDefault(l => l.Acts), Score: classifier.Classify(p.Text, new("x")).Labels.Where(l => l.Category is Category.Insult or Category.HateOrThreat).Select(l => l.Score).DefaultIfEmpty(0).Max())).ToList();
        foreach (var threshold in new[] { 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9 })
        {
            Report(string.Create(CultureInfo.InvariantCulture, $"offence, score from {threshold:0.00}"), answers.Select(a => (a.Offends, a.Score >= threshold)));
        }

        Acting(answers.Select(a => (a.Label, a.Offends)), "offensive");
    }

    private static void Acting(IEnumerable<(Label? Label, bool Right)> answers, string right)
    {
        foreach (var group in answers.Where(a => a.Label is not null).GroupBy(a => a.Label!.Category).OrderBy(g => g.Key))
        {
            Console.WriteLine($"sure enough to act alone: {group.Key} {group.Count()}, of which {right} {group.Count(a => a.Right)}");
        }
    }

    private static void Sentiments(string path, LexiconClassifier classifier, ResponsePolicy policy, bool tuning)
    {
        var posts = File.ReadLines(path).Select(l => JsonDocument.Parse(l).RootElement).Select(p => (Text: p.GetProperty("text").GetString()!, Sentiment: p.GetProperty("sentiment").GetString()))
            .Where(p => Post.IsTuning(p.Text) == tuning).Select(p => (p.Text, p.Sentiment, Answer: classifier.Classify(p.Text, new("x")))).ToList();
        Acting(posts.Select(p => (policy.Classify(p.Text, "x").Labels.FirstOrDefault(l => l.Acts), p.Sentiment == "negative")), "negative");
        foreach (var (name, sentiment) in new[] { ("negative", Sentiment.Negative), ("positive", Sentiment.Positive) })
        {
            Report(name, posts.Select(p => (p.Sentiment == name, p.Answer.Sentiment?.Value == sentiment)));
        }

        Report("negative found as displeasure, complaint, insult or question", posts.Select(p => (p.Sentiment == "negative", p.Answer.Labels.Any(l => l.Category <= Category.Question))));
        if (tuning)
        {
            foreach (var (text, sentiment, answer) in posts)
            {
                File.AppendAllText(Path.Combine(Path.GetTempPath(), "tuning-posts.txt"), string.Create(CultureInfo.InvariantCulture, $"{sentiment![..3]} {answer.Sentiment?.Value.ToString()[..3] ?? "-"} {answer.Sentiment?.Score ?? 0:0.00} {Primary(answer)} {text.ReplaceLineEndings(" ")} {{{string.Join(", ", answer.Sentiment?.Evidence.Select(e => e.Matched) ?? [])}}}\n"));
            }
        }

        Console.WriteLine($"posts {posts.Count}, without any label {posts.Count(p => p.Answer.Labels.Count == 0)}; praised though negative {posts.Count(p => p.Sentiment == "negative" && Primary(p.Answer) == Category.Praise)}");
        Console.WriteLine(string.Join(", ", posts.GroupBy(p => (p.Sentiment, Primary(p.Answer))).OrderBy(g => g.Key.Sentiment, StringComparer.Ordinal).ThenByDescending(g => g.Count()).Select(g => $"{g.Key.Sentiment}/{g.Key.Item2} {g.Count()}")));
    }

    private static Category Primary(ClassifierAnswer answer) => answer.Labels.Select(l => l.Category).DefaultIfEmpty(Category.Unclassified).Min();

    private static void Report(string name, IEnumerable<(bool Is, bool Found)> posts)
    {
        var all = posts.ToList();
        var (both, found, real) = (all.Count(p => p is { Is: true, Found: true }), all.Count(p => p.Found), all.Count(p => p.Is));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: precision {(double)both / found:0.000} ({both} of {found}), recall {(double)both / real:0.000} ({both} of {real})"));
    }
}
