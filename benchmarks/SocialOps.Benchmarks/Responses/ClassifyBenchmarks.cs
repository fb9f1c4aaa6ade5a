using BenchmarkDotNet.Attributes;
using SocialOps.Responses;

namespace SocialOps.Benchmarks.Responses;

/// <summary>Labels of an item of 280 characters and its action pattern: 200 rules, both lexicons, the offence model; against one regular expression a rule.</summary>
[MemoryDiagnoser]
public class ClassifyBenchmarks
{
    private readonly ResponsePolicy policy = new(Samples.Policy);
    private readonly ResponsePolicy rulesAlone = new(Samples.Policy, new Silent());
    private readonly NaivePolicy naive = new(Samples.Policy);
    private readonly ItemFacts facts = new("x");

    [Benchmark(Baseline = true, OperationsPerInvoke = 100)]
    public int OneRegexARule()
    {
        var steps = 0;
        foreach (var post in Samples.Posts)
        {
            steps += naive.Classify(post)?.Steps.Count ?? 0;
        }

        return steps;
    }

    [Benchmark(OperationsPerInvoke = 100)]
    public int RulesAlone() => Steps(rulesAlone);

    [Benchmark(OperationsPerInvoke = 100)]
    public int RulesLexiconsAndModel() => Steps(policy);

    private int Steps(ResponsePolicy one)
    {
        var steps = 0;
        foreach (var post in Samples.Posts)
        {
            steps += one.Evaluate(post, facts).Steps.Count;
        }

        return steps;
    }

    private sealed class Silent : IItemClassifier
    {
        public string Name => "silent";

        public string Version => "1";

        public ClassifierAnswer Classify(string text, ItemFacts facts) => ClassifierAnswer.None;
    }
}
