namespace SocialOps.Time.Compiled;

/// <summary>An opening window in ticks of its date's local time; closes after it opens, on the next day where need be.</summary>
internal readonly record struct LocalSpan(long Opens, long Closes)
{
    public static LocalSpan[] Of(IReadOnlyList<OpeningWindow> windows)
        => [.. windows.Select(Of).OrderBy(w => w.Opens)];

    private static LocalSpan Of(OpeningWindow window)
    {
        var (opens, closes) = (window.Opens.TickOfDay, window.Closes.TickOfDay);
        return new(opens, closes <= opens ? closes + Ticks.Day : closes);
    }
}
