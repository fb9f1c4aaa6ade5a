using NodaTime;
using SocialOps.OnCall;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Values;

/// <summary>Hours of a week as they are written: lines of days with windows.</summary>
internal sealed record WeekHours(IReadOnlyList<(IReadOnlyList<IsoDayOfWeek> Days, IReadOnlyList<OpeningWindow> Windows)> Lines)
{
    public static readonly WeekHours None = new([]);

    /// <summary>The windows of each day.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningWindow>> ByDay()
        => Lines.SelectMany(line => line.Days.Select(day => (day, line.Windows))).DistinctBy(d => d.day).OrderBy(d => d.day).ToDictionary(d => d.day, d => d.Windows);

    /// <summary>Each window with its days.</summary>
    public IReadOnlyList<TimeRestriction> Restrictions(RestrictionZone zone)
        => [.. Lines.SelectMany(line => line.Windows.Select(window => new TimeRestriction(line.Days, window) { Zone = zone }))];
}
