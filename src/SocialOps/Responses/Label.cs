using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>One label of an item and where it comes from.</summary>
/// <param name="Category">The label.</param>
/// <param name="Cause">What a complaint is about.</param>
/// <param name="Severity">How grave the source takes it to be.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Score">How sure the source is, 0 to 1; people and rules are always sure.</param>
/// <param name="Acts">It may act alone. A classifier's label does so from a score of 0.90 with a margin of 0.20 to its next one; below that it only suggests.</param>
/// <param name="Evidence">Where in the text, in the text's order; at most <see cref="MaxEvidence"/>. Empty for people, and for what follows from the whole text.</param>
public sealed record Label(Category Category, ComplaintCause Cause, Severity Severity, LabelSource Source, double Score, bool Acts, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The most places that a label names.</summary>
    public const int MaxEvidence = 8;

    /// <summary>One line for people.</summary>
    public override string ToString()
        => FormattableString.Invariant($"{Category}{(Cause == ComplaintCause.Other ? "" : $" ({Cause})")} by {Source}{(Source.Kind == LabelSourceKind.Classifier ? $", score {Score:0.00}{(Acts ? "" : ", a suggestion")}" : "")}")
            + (Evidence.Count == 0 ? "" : ": " + string.Join(", ", Evidence.Select(e => $"'{e.Matched}'")));
}

/// <summary>A place in an item's text that speaks for a label.</summary>
/// <param name="Start">Its first UTF-16 code unit in the text as the item keeps it, from 0.</param>
/// <param name="Length">How many UTF-16 code units; at least 1.</param>
/// <param name="Matched">The rule's or lexicon's word or phrase that stands there, as it is written there.</param>
public readonly record struct Evidence(int Start, int Length, string Matched);

/// <summary>A finding on an axis of its own.</summary>
/// <typeparam name="T">What is found.</typeparam>
/// <param name="Value">The finding.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Score">How sure the source is, 0 to 1.</param>
/// <param name="Evidence">Where in the text; at most <see cref="Label.MaxEvidence"/>.</param>
public sealed record Scored<T>(T Value, LabelSource Source, double Score, IReadOnlyList<Evidence> Evidence);

/// <summary>How an author feels about what they write of.</summary>
public enum Sentiment
{
    /// <summary>Neither or both.</summary>
    Neutral,

    /// <summary>Pleased.</summary>
    Positive,

    /// <summary>Displeased.</summary>
    Negative,
}
