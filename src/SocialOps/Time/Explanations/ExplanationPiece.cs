using NodaTime;

namespace SocialOps.Time;

/// <summary>One stretch between a start and its deadline.</summary>
/// <param name="Span">The stretch, half-open [start, end).</param>
/// <param name="Kind">What it was.</param>
/// <param name="German">The name or reason in German, where there is one.</param>
/// <param name="English">The name or reason in English, where there is one.</param>
public sealed record ExplanationPiece(Interval Span, PieceKind Kind, string? German = null, string? English = null)
{
    /// <summary>What of the budget the stretch used up: its elapsed time when it was open, otherwise nothing.</summary>
    public Duration Counted => Kind == PieceKind.Open ? Span.Duration : Duration.Zero;
}
