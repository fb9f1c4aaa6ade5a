using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>
/// Labels items beside the rules of the policy. Plug in your own with <c>UseItemClassifier</c>; without one the built-in <see cref="LexiconClassifier"/> works, which needs no service.
/// </summary>
/// <remarks>
/// Pure: the same text and facts give the same answer as long as <see cref="Version"/> stays, without I/O, clocks or state; items are explained by running it again. Thread-safe. It runs inside the transaction that takes an item in, so it
/// has to be fast; 64 KiB is the longest text. If it throws, the rules label alone and <see cref="Classification.ClassifierFault"/> tells.
/// </remarks>
public interface IItemClassifier
{
    /// <summary>Its name, as labels show it.</summary>
    string Name { get; }

    /// <summary>Its version, as labels show it; it changes whenever an answer may.</summary>
    string Version { get; }

    /// <summary>Labels a text.</summary>
    /// <param name="text">The item's text, well-formed UTF-16.</param>
    /// <param name="facts">What is known besides.</param>
    ClassifierAnswer Classify(string text, ItemFacts facts);
}

/// <summary>What a classifier says of an item.</summary>
/// <param name="Labels">What it may be, in any order. What is not a score from 0 to 1, and <see cref="Category.Unclassified"/>, is passed over.</param>
/// <param name="Sentiment">How the author feels, where something tells.</param>
/// <param name="Language">The language as BCP 47 writes it, where something tells.</param>
public sealed record ClassifierAnswer(IReadOnlyList<CategoryScore> Labels, Scored<Sentiment>? Sentiment = null, Scored<string>? Language = null)
{
    /// <summary>It knows nothing.</summary>
    public static ClassifierAnswer None { get; } = new([]);
}

/// <summary>What an item may be.</summary>
/// <param name="Category">The label.</param>
/// <param name="Cause">What a complaint is about.</param>
/// <param name="Score">How sure the classifier is, 0 to 1.</param>
/// <param name="Evidence">Where in the text.</param>
public readonly record struct CategoryScore(Category Category, ComplaintCause Cause, double Score, IReadOnlyList<Evidence> Evidence);
