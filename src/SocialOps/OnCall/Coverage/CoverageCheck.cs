using NodaTime;
using SocialOps.OnCall.Engine;

namespace SocialOps.OnCall.Coverage;

/// <summary>Proves that promises are covered, or shows where not. Pure and thread-safe.</summary>
public static class CoverageCheck
{
    /// <summary>
    /// Demand minus supply, exactly. Where schedule and promise repeat and nothing dated lies between, a repetition that is already proved is not walked again, so a proof may reach
    /// decades ahead.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="demands">The promises.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="horizon">The first instant after it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A promise asks for less than one person.</exception>
    public static CoverageProof Prove(OnCallSchedule schedule, IEnumerable<CoverageDemand> demands, Instant from, Instant horizon)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(demands);
        IReadOnlyList<CoverageDemand> all = [.. demands];
        var gaps = Gaps(schedule, all, from, horizon);
        var atRisk = schedule.IfRequestsWereApproved() is { } stricter ? Gaps(stricter, all, from, horizon).Where(gap => !gaps.Contains(gap)).ToList() : [];
        return new(from, horizon, schedule.TimeZoneVersion, gaps, atRisk);
    }

    private static List<CoverageGap> Gaps(OnCallSchedule schedule, IReadOnlyList<CoverageDemand> demands, Instant from, Instant horizon)
    {
        var gaps = new List<CoverageGap>();
        foreach (var demand in demands)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(demand.Depth, 1, nameof(demands));
            if (!PeriodicProof.Holds(schedule, demand, Ticks.Of(from), Ticks.Of(horizon)))
            {
                AddGaps(schedule, demand, Ticks.Of(from), Ticks.Of(horizon), gaps);
            }
        }

        return gaps;
    }

    /// <summary>Adds the gaps of [from, to); with no list it only tells, at the first one.</summary>
    internal static bool AddGaps(OnCallSchedule schedule, CoverageDemand demand, long from, long to, List<CoverageGap>? gaps)
    {
        foreach (var (start, end) in demand.Hours.Within(from, to))
        {
            for (var at = start; at < end;)
            {
                var answer = schedule.At(at, demand.Requirement, out var until);
                until = Math.Min(until, end);
                if (answer.OnDuty.Count < demand.Depth)
                {
                    if (gaps is null)
                    {
                        return true;
                    }

                    Add(gaps, new(Ticks.ToInstant(at), Ticks.ToInstant(until), demand.Name, answer.Gap ?? CoverageGapCause.TooFew, answer.OnDuty.Count, demand.Depth));
                }

                at = until;
            }
        }

        return gaps?.Count > 0;
    }

    private static void Add(List<CoverageGap> gaps, CoverageGap gap)
    {
        if (gaps is [.., var last] && last == gap with { From = last.From, To = last.To } && last.To == gap.From)
        {
            gaps[^1] = last with { To = gap.To };
        }
        else
        {
            gaps.Add(gap);
        }
    }
}
