using NodaTime;

namespace SocialOps.OnCall.Engine;

/// <summary>Hours of the week on a local line: sorted, merged, cut at Monday 00:00.</summary>
internal sealed class WeekPattern
{
    private readonly long[] edges;

    internal WeekPattern(IEnumerable<TimeRestriction> restrictions)
    {
        var pieces = restrictions.SelectMany(Pieces).Order().ToList();
        var merged = new List<long>();
        foreach (var (from, until) in pieces)
        {
            if (merged.Count > 0 && from <= merged[^1])
            {
                merged[^1] = Math.Max(merged[^1], until);
            }
            else
            {
                merged.Add(from);
                merged.Add(until);
            }
        }

        edges = [.. merged];
    }

    internal bool IsAlways => edges is [0, Ticks.Week];

    internal bool IsNever => edges.Length == 0;

    /// <summary>Whether a local time is inside, and the local time of the next edge after it.</summary>
    internal bool Contains(long local, out long next)
    {
        var inWeek = Ticks.FloorMod(local - Ticks.FirstMonday, Ticks.Week);
        var passed = Ticks.CountUpTo(edges, inWeek);
        next = local - inWeek + (passed < edges.Length ? edges[passed] : Ticks.Week + (edges.Length > 0 ? edges[0] : 0));
        return (passed & 1) == 1;
    }

    /// <summary>Whether any time of [from, until) is inside; at most a week long.</summary>
    internal bool Touches(long from, long until) => Contains(from, out var next) || next < until;

    private static IEnumerable<(long From, long Until)> Pieces(TimeRestriction restriction)
    {
        var (opens, closes) = (restriction.Window.Opens.TickOfDay, restriction.Window.Closes.TickOfDay);
        var length = closes > opens ? closes - opens : closes - opens + NodaConstants.TicksPerDay;
        foreach (var day in restriction.Days)
        {
            var from = ((int)day - 1) * NodaConstants.TicksPerDay + opens;
            yield return (from, Math.Min(from + length, Ticks.Week));
            if (from + length > Ticks.Week)
            {
                yield return (0, from + length - Ticks.Week);
            }
        }
    }
}
