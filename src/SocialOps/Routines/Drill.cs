using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Routines;

/// <summary>An exercise (requirements 4.8 and 4.22): a person answers what really arrived, nothing is sent, and somebody else marks each answer by the client's tonality. Immutable.</summary>
public sealed record Drill
{
    /// <summary>Its id.</summary>
    public required DrillId Id { get; init; }

    /// <summary>Who practises.</summary>
    public required PersonId Person { get; init; }

    /// <summary>For which client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>Answers to what.</summary>
    public required Category Category { get; init; }

    /// <summary>What is answered: items that arrived, the latest first.</summary>
    public required IReadOnlyList<DrillTask> Tasks { get; init; }

    /// <summary>By what the answers are marked: the tonality sections of the client's guideline, in the version that held.</summary>
    public required IReadOnlyList<DrillCriterion> Criteria { get; init; }

    /// <summary>When it began.</summary>
    public required Instant At { get; init; }

    /// <summary>How it was marked; empty until then.</summary>
    public IReadOnlyList<DrillMark> Marks { get; init; } = [];

    /// <summary>Who marked it; <see langword="null"/> until then.</summary>
    public Actor? MarkedBy { get; init; }

    /// <summary>When it was marked.</summary>
    public Instant? MarkedAt { get; init; }

    /// <summary>The average of the marks, 1 to 5; <see langword="null"/> before they are given.</summary>
    [JsonIgnore]
    public double? Score => Marks.Count == 0 ? null : Marks.Average(m => m.Score);

    /// <summary>Passed: an average of 4 or better, and no mark below 3. <see langword="null"/> before it is marked.</summary>
    [JsonIgnore]
    public bool? IsPassed => MarkedAt is null ? null : Score >= 4 && Marks.All(m => m.Score >= 3);
}

/// <summary>One thing to answer.</summary>
/// <param name="Item">The item that arrived.</param>
/// <param name="Text">What it says.</param>
/// <param name="Answer">What the person would answer; <see langword="null"/> until they have.</param>
public sealed record DrillTask(string Item, string Text, string? Answer = null);

/// <summary>By what answers are marked.</summary>
/// <param name="Section">The section, as reasons cite it: <c>radhaus@3#tone</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="Good">Sentences that hit it.</param>
/// <param name="Bad">Sentences that miss it.</param>
public sealed record DrillCriterion(string Section, string Text, IReadOnlyList<string> Good, IReadOnlyList<string> Bad);

/// <summary>How well one answer meets one criterion.</summary>
/// <param name="Task">The task's place, from 0.</param>
/// <param name="Section">The criterion's section, as in <see cref="DrillCriterion.Section"/>.</param>
/// <param name="Score">1, misses it, to 5, hits it.</param>
/// <param name="Note">Why.</param>
public sealed record DrillMark(int Task, string Section, int Score, string? Note = null);

/// <summary>How a person sounds, by what their latest exercises showed (requirement 4.22).</summary>
/// <param name="Section">The tonality section, without its version: <c>radhaus#tone</c>.</param>
/// <param name="Marks">How many marks.</param>
/// <param name="Average">Their average, 1 to 5.</param>
public sealed record TonalityMark(string Section, int Marks, double Average);
