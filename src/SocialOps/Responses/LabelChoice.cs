using System.Globalization;
using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>Merges the labels of rules and of a classifier, and chooses the primary one.</summary>
internal static class LabelChoice
{
    /// <summary>Below it a classifier says "rather not".</summary>
    private const double Worthwhile = 0.5;
    private const double Sure = 0.9;
    private const double Margin = 0.2;
    private const double Rounding = 1e-9;

    /// <summary>Adds what a classifier says; a category that a rule has labelled is the rule's.</summary>
    public static void Add(ClassifierAnswer answer, LabelSource source, int textLength, List<Label> labels)
    {
        var rules = labels.Count;
        foreach (var candidate in answer.Labels)
        {
            if (candidate.Score is >= Worthwhile and <= 1 && candidate.Category < Category.Unclassified && !HasCategory(labels, rules, candidate.Category))
            {
                var acts = candidate.Score >= Sure && candidate.Score - NextScore(answer, candidate.Category) >= Margin - Rounding;
                labels.Add(new(candidate.Category, candidate.Cause, DefaultSeverity.Of(candidate.Category, candidate.Cause), source, candidate.Score, acts, Within(candidate.Evidence, textLength)));
            }
        }
    }

    /// <summary>The primary one first. The order among equals stays.</summary>
    public static void Order(List<Label> labels)
    {
        for (var i = 1; i < labels.Count; i++)
        {
            for (var at = i; at > 0 && IsBefore(labels[at], labels[at - 1]); at--)
            {
                (labels[at - 1], labels[at]) = (labels[at], labels[at - 1]);
            }
        }
    }

    /// <summary>Why the primary label is the primary one.</summary>
    public static string Explain(Classification classification)
    {
        var fault = classification.ClassifierFault is { } text ? $" The classifier gave no answer: {text}" : "";
        if (classification.Labels is not [var primary, ..])
        {
            return "No rule's words stand in the text, and the classifier suggests nothing." + fault;
        }

        var next = classification.Labels.Count > 1 ? classification.Labels[1] : null;
        var why = next is null ? "it is the only label" : Rank(primary) < Rank(next)
            ? $"{primary.Source} comes before {next.Source}"
            : $"{primary.Category} comes before {next.Category}, or is as grave and stands first";
        return $"{primary.Category}: {why}."
            + (classification.IsSuggestion ? string.Create(CultureInfo.InvariantCulture, $" It only suggests: a classifier acts alone from {Sure:0.00} with a margin of {Margin:0.00}.") : "")
            + (classification.IsDisputed ? " It is disputed: no thank-you goes out by itself." : "") + fault;
    }

    private static bool IsBefore(Label label, Label other)
        => Rank(label) != Rank(other) ? Rank(label) < Rank(other)
            : label.Category != other.Category ? label.Category < other.Category
            : label.Severity > other.Severity;

    private static int Rank(Label label) => label switch
    {
        { Source.Kind: LabelSourceKind.Human } => 0,
        { Source.Kind: LabelSourceKind.Rule } => 1,
        { Acts: true, Category: <= Category.LegalOrPress } => 1,
        { Acts: true } => 2,
        _ => 3,
    };

    private static bool HasCategory(List<Label> labels, int count, Category category)
    {
        for (var i = 0; i < count; i++)
        {
            if (labels[i].Category == category)
            {
                return true;
            }
        }

        return false;
    }

    private static double NextScore(ClassifierAnswer answer, Category category)
    {
        var next = 0d;
        foreach (var other in answer.Labels)
        {
            next = other.Category != category && other.Score > next ? other.Score : next;
        }

        return next;
    }

    private static IReadOnlyList<Evidence> Within(IReadOnlyList<Evidence>? evidence, int textLength)
    {
        var all = true;
        for (var i = 0; all && i < evidence?.Count; i++)
        {
            all = evidence[i] is { Start: >= 0, Length: > 0 } place && place.Start <= textLength - place.Length && i < Label.MaxEvidence;
        }

        return all ? evidence ?? [] : [.. evidence!.Where(e => e is { Start: >= 0, Length: > 0 } && e.Start <= textLength - e.Length).Take(Label.MaxEvidence)];
    }
}
