using NodaTime;

namespace SocialOps.Crisis;

/// <summary>What a thread says about itself at an instant. An hour ends with the quarter hour of the instant and has four of them.</summary>
/// <param name="At">The instant.</param>
/// <param name="Age">Since the first comment was written.</param>
/// <param name="CommentsAnHour">Comments of the last hour.</param>
/// <param name="AuthorsAnHour">Different authors of the last hour; counted up to eight.</param>
/// <param name="ReactionsAnHour">Reactions of the last hour.</param>
/// <param name="SharesAnHour">Shares of the last hour.</param>
/// <param name="NegativeShare">Negative among the labelled comments of the last six hours, 0 to 1; <see langword="null"/> below five of them.</param>
/// <param name="TotalComments">Comments in all.</param>
/// <param name="HasDoubled">Half of all comments came within the last six hours.</param>
/// <param name="BeganAsComplaint">A visitor's complaint began it.</param>
/// <param name="TotalNegativeShare">Negative among all labelled comments, 0 to 1; <see langword="null"/> below five of them.</param>
/// <param name="TotalLabelled">Labelled comments in all.</param>
public sealed record WaveSignals(
    Instant At,
    Duration Age,
    int CommentsAnHour,
    int AuthorsAnHour,
    int ReactionsAnHour,
    int SharesAnHour,
    double? NegativeShare,
    long TotalComments,
    bool HasDoubled,
    bool BeganAsComplaint,
    double? TotalNegativeShare,
    long TotalLabelled)
{
    private const int FewestLabelled = 5;

    /// <summary>Reads them off a thread.</summary>
    /// <param name="wave">The thread.</param>
    /// <param name="at">The instant.</param>
    public static WaveSignals Of(ThreadWave wave, Instant at)
    {
        ArgumentNullException.ThrowIfNull(wave);
        var recent = wave.Comments.Window(at);
        return new(
            at,
            wave.StartedAt is { } started && started < at ? at - started : Duration.Zero,
            wave.Comments.LastHour(at),
            wave.Authors.Count(a => at - a.At < Duration.FromHours(1)),
            wave.Reactions.LastHour(at),
            wave.Shares.LastHour(at),
            Share(wave.Negative.Window(at), wave.Labelled.Window(at)),
            wave.TotalComments,
            wave.TotalComments > 0 && recent * 2L >= wave.TotalComments,
            wave.BeganAsComplaint,
            Share(wave.TotalNegative, wave.TotalLabelled),
            wave.TotalLabelled);
    }

    private static double? Share(long part, long whole) => whole < FewestLabelled ? null : (double)part / whole;
}
