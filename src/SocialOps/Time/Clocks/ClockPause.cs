using NodaTime;

namespace SocialOps.Time;

/// <summary>A stretch that is cut out of a clock's time, half-open [from, to), to the tick.</summary>
/// <param name="From">When the pause began.</param>
/// <param name="To">When it ended; <see langword="null"/> while it lasts.</param>
public sealed record ClockPause(Instant From, Instant? To = null)
{
    /// <summary>Sorted, without empty ones, overlapping and touching ones joined.</summary>
    internal static IReadOnlyList<ClockPause> Normalize(IEnumerable<ClockPause> pauses)
    {
        var result = new List<ClockPause>();
        foreach (var pause in pauses.Where(p => p.To is not { } to || to > p.From).OrderBy(p => p.From))
        {
            if (result.Count > 0 && result[^1] is var last && (last.To is not { } end || end >= pause.From))
            {
                result[^1] = last with { To = last.To is { } a && pause.To is { } b ? Instant.Max(a, b) : null };
            }
            else
            {
                result.Add(pause);
            }
        }

        return result;
    }
}
