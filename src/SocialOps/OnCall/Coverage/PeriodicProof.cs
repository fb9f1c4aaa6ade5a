using System.Numerics;
using SocialOps.OnCall.Engine;

namespace SocialOps.OnCall.Coverage;

/// <summary>
/// Proves a promise over a long stretch without walking all of it. Between two dated things (a zone's change, an override's, an absence's or a layer's begin or end) the answer depends
/// only on the time within the period and on the zones' offsets; what was walked once for the same offsets need not be walked again.
/// </summary>
internal static class PeriodicProof
{
    internal static bool Holds(OnCallSchedule schedule, CoverageDemand demand, long from, long to)
    {
        if (demand.Hours is not CoverageHours.Weekly hours || schedule.Model.Period is not { } period || to - from < 2 * period)
        {
            return false;
        }

        var proved = new Dictionary<string, ResidueSet>(StringComparer.Ordinal);
        var clocks = schedule.Model.Clocks.Append(hours.Clock).Distinct().ToArray();
        for (var at = from; at < to;)
        {
            var (end, key, isFrozen) = Piece(schedule.Model, clocks, at, to);
            var known = proved.TryGetValue(key, out var set) ? set : proved[key] = new ResidueSet(period);
            foreach (var (start, until) in isFrozen ? [(at, end)] : known.Missing(at, end))
            {
                if (CoverageCheck.AddGaps(schedule, demand, start, until, null))
                {
                    return false;
                }
            }

            at = end;
        }

        return true;
    }

    /// <summary>The stretch from an instant to the next dated thing, and what holds in it: how many dated things have passed, and every zone's offset.</summary>
    private static (long End, string Key, bool IsFrozen) Piece(DutyModel model, ZoneClock[] clocks, long at, long to)
    {
        var (next, passed) = model.NextDated(at);
        var locals = clocks.Select(clock => clock.At(at)).ToList();
        return (locals.Min(local => Math.Min(local.Until, Math.Min(next, to))), string.Join(',', locals.Select(local => local.Offset).Prepend(passed)), locals.Any(local => local.IsFrozen));
    }

    /// <summary>The least common period of numbers of ticks, or <see langword="null"/> if it is longer than two centuries.</summary>
    internal static long? CommonPeriod(IEnumerable<long?> periods)
    {
        var common = (BigInteger)Ticks.Week;
        foreach (var period in periods)
        {
            if (period is not { } ticks)
            {
                return null;
            }

            common = common / BigInteger.GreatestCommonDivisor(common, ticks) * ticks;
        }

        return common > 200L * 53 * Ticks.Week ? null : (long)common;
    }
}
