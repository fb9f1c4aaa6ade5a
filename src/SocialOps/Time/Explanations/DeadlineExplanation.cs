using NodaTime;

namespace SocialOps.Time;

/// <summary>Why a deadline is when it is: every stretch from the start on, and what it counted. The pieces follow each other without a gap, and what they count sums to the budget when there is a deadline.</summary>
public sealed record DeadlineExplanation
{
    /// <summary>The start.</summary>
    public required Instant Start { get; init; }

    /// <summary>The budget.</summary>
    public required Duration Budget { get; init; }

    /// <summary>The deadline, the same as the plain answer; <see langword="null"/> while paused, or when it is never within 20 years.</summary>
    public required Instant? Deadline { get; init; }

    /// <summary>The zone that the texts are written in.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The stretches from the start to the deadline in order; empty when there is never a deadline.</summary>
    public IReadOnlyList<ExplanationPiece> Pieces { get; init; } = [];

    /// <summary>Where the wall clock changed on the way.</summary>
    public IReadOnlyList<ClockChange> ClockChanges => Pieces.Count == 0 ? [] : ClockChange.Between(Start, Pieces[^1].Span.End, Zone);

    /// <summary>A short text for people, a line a stretch. Independent of culture.</summary>
    public string ToText(TextLanguage language) => ExplanationText.Write(this, language);

    /// <summary>The English text.</summary>
    public override string ToString() => ToText(TextLanguage.English);
}
