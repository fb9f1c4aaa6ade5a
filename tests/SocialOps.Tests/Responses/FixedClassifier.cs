using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

/// <summary>Says always the same.</summary>
internal sealed class FixedClassifier(Func<ClassifierAnswer> answer) : IItemClassifier
{
    public static FixedClassifier Silent { get; } = new(() => ClassifierAnswer.None);

    public string Name => "fixed";

    public string Version => "3";

    public static FixedClassifier Of(params (Category Category, double Score)[] scores)
        => new(() => new([.. scores.Select(s => new CategoryScore(s.Category, ComplaintCause.Other, s.Score, []))]));

    public ClassifierAnswer Classify(string text, ItemFacts facts) => answer();
}
