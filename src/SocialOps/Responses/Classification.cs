using System.Text.Json.Serialization;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>What an item is, and how grave (requirement 1.5). Immutable.</summary>
/// <remarks>
/// Of several labels one is the primary one. A person's label beats a rule's, a rule's beats a classifier's; among equals the first in the order of <see cref="Channels.Category"/> wins, then the graver. One exception: danger, hate and
/// legal matters that a classifier is sure of stand beside the rules' labels, and only a person overrules them.
/// </remarks>
public sealed record Classification
{
    /// <summary>The primary label.</summary>
    public required Category Category { get; init; }

    /// <summary>What a complaint is about.</summary>
    public ComplaintCause Cause { get; init; }

    /// <summary>How grave.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Every label, the primary one first; empty for <see cref="Channels.Category.Unclassified"/>.</summary>
    public required IReadOnlyList<Label> Labels { get; init; }

    /// <summary>How the author feels; <see langword="null"/> where nothing tells.</summary>
    public Scored<Sentiment>? Sentiment { get; init; }

    /// <summary>The language as BCP 47 writes it, e.g. <c>de</c>; <see langword="null"/> where nothing tells.</summary>
    public Scored<string>? Language { get; init; }

    /// <summary>Why the classifier gave no answer; the rules labelled alone. <see langword="null"/> when it did.</summary>
    public string? ClassifierFault { get; init; }

    /// <summary>The primary label is a classifier's that is not sure enough to act alone: it hurries people, but nothing is sent, closed or passed on by it.</summary>
    [JsonIgnore]
    public bool IsSuggestion => Labels is [{ Acts: false }, ..];

    /// <summary>A classifier sees trouble in what the primary label takes for harmless: no thank-you goes out by itself.</summary>
    [JsonIgnore]
    public bool IsDisputed => Category is Category.Praise or Category.General
        && Labels is [{ Source.Kind: not LabelSourceKind.Human }, ..]
        && (Sentiment is { Value: Responses.Sentiment.Negative } || Labels.Any(l => l.Category <= Category.Troll));

    /// <summary>What a person said: it beats every other label, which stay behind it as they were.</summary>
    /// <param name="person">Who says so.</param>
    /// <param name="category">What it is.</param>
    /// <param name="cause">What a complaint is about; <see cref="ComplaintCause.Other"/> for all else.</param>
    /// <param name="severity">How grave; <see langword="null"/> for the category's default.</param>
    public Classification DecidedBy(PersonId person, Category category, ComplaintCause cause = ComplaintCause.Other, Severity? severity = null)
    {
        var label = new Label(category, cause, severity ?? DefaultSeverity.Of(category, cause), LabelSource.Human(person), 1, true, []);
        return this with { Category = category, Cause = cause, Severity = label.Severity, Labels = [label, .. Labels.Where(l => l.Source.Kind != LabelSourceKind.Human)] };
    }
}
