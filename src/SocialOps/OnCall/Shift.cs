using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>A stretch of time, half-open [from, to), with one answer: the same people on duty, or the same gap. Neighbouring shifts touch and differ.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Answer">Who is on duty, or why nobody is.</param>
public sealed record Shift(Instant From, Instant To, OnCallAnswer Answer)
{
    /// <summary>Who is on duty; empty in a gap.</summary>
    public IReadOnlyList<PersonId> OnDuty => Answer.OnDuty;

    /// <summary>Why nobody is on duty; <see langword="null"/> while somebody is.</summary>
    public CoverageGapCause? Gap => Answer.Gap;

    /// <summary>How long it lasts, in elapsed time.</summary>
    public Duration Length => To - From;
}
