namespace SocialOps.Crisis;

/// <summary>Reads a thread's signals as a wave level, with the reason. Pure and thread-safe; the numbers are those of responses d.5.</summary>
public static class WaveDetector
{
    private const double PositiveBelow = 0.1;
    private const double Critical = 0.3;
    private const int EnoughLabelled = 20;
    private const int EnoughForMajority = 200;

    /// <summary>The level that the signals give.</summary>
    /// <param name="signals">The thread's signals.</param>
    /// <param name="surroundings">What is known beside the thread.</param>
    public static WaveReading Read(WaveSignals signals, WaveSurroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(surroundings);
        if (Fires(signals, surroundings) is not { } why)
        {
            return signals.BeganAsComplaint
                ? new(WaveLevel.SingleCriticism, "a complaint, and nobody has joined in force")
                : new(WaveLevel.Calm, "no detector fires");
        }

        if (signals is { BeganAsComplaint: false, TotalLabelled: >= EnoughLabelled, TotalNegativeShare: < PositiveBelow })
        {
            return new(WaveLevel.RepeatedCriticism, $"{why}; {signals.TotalNegativeShare:P0} of it is negative: a popular post, which somebody looks at");
        }

        return Height(signals, surroundings) is var (level, height) && height is not null ? new(level, $"{why}; {height}") : new(level, why);
    }

    private static string? Fires(WaveSignals s, WaveSurroundings around)
    {
        var isPraised = !s.BeganAsComplaint && !(s.NegativeShare >= Critical);
        var usual = around.IsCampaign && isPraised ? Math.Max(around.UsualCommentsAnHour, 10) : around.UsualCommentsAnHour;
        var many = s.CommentsAnHour >= 10 || (s.CommentsAnHour >= 5 && s.AuthorsAnHour >= 3 && s.NegativeShare >= 0.5);
        if (many && s.CommentsAnHour >= 3 * usual)
        {
            return $"{s.CommentsAnHour} comments in the last hour, at least three times the usual {usual}";
        }

        if (s is { TotalComments: >= 20, HasDoubled: true } && !isPraised)
        {
            return $"{s.TotalComments} comments, half of them within six hours, on {(s.BeganAsComplaint ? "a complaint" : $"{s.NegativeShare:P0} criticism")}";
        }

        return s is { BeganAsComplaint: true, ReactionsAnHour: >= 50 } ? $"{s.ReactionsAnHour} reactions on a complaint in the last hour" : null;
    }

    private static (WaveLevel Level, string? Why) Height(WaveSignals s, WaveSurroundings around) => s switch
    {
        { CommentsAnHour: >= 1000 } => (WaveLevel.CriticsAreTheMajority, $"{s.CommentsAnHour} an hour"),
        { TotalNegativeShare: > 0.5, TotalLabelled: >= EnoughForMajority } => (WaveLevel.CriticsAreTheMajority, $"{s.TotalNegativeShare:P0} of all is negative"),
        { CommentsAnHour: >= 200 } => (WaveLevel.GroupsForm, $"{s.CommentsAnHour} an hour"),
        _ when around.PressIsInterested => (WaveLevel.GroupsForm, "the press asks"),
        { CommentsAnHour: >= 50 } => (WaveLevel.LastingCriticism, $"{s.CommentsAnHour} an hour"),
        _ when around.Networks >= 2 => (WaveLevel.LastingCriticism, $"on {around.Networks} networks"),
        _ => (WaveLevel.RepeatedCriticism, null),
    };
}

/// <summary>What is known beside a thread.</summary>
/// <param name="UsualCommentsAnHour">The account's 95th percentile for threads of that age; 0 where too little is known.</param>
/// <param name="Networks">On how many networks the matter runs.</param>
/// <param name="PressIsInterested">The press has asked or written.</param>
/// <param name="IsCampaign">A campaign runs, so more is usual; complaints count all the same.</param>
public sealed record WaveSurroundings(int UsualCommentsAnHour = 0, int Networks = 1, bool PressIsInterested = false, bool IsCampaign = false);

/// <summary>A level and why.</summary>
/// <param name="Level">The level.</param>
/// <param name="Why">In words, with the numbers.</param>
public sealed record WaveReading(WaveLevel Level, string Why);
