using System.Numerics;
using NodaTime;

namespace SocialOps.OnCall.Engine;

/// <summary>The units that a rotation counts, numbered from its anchor: unit 0 begins there.</summary>
internal abstract class TurnUnits
{
    /// <summary>The number of the unit that holds a time.</summary>
    internal abstract long At(long time);

    /// <summary>When a unit begins.</summary>
    internal abstract long StartOf(long unit);

    /// <summary>After how many ticks the pattern of so many units repeats; <see langword="null"/> for never.</summary>
    internal abstract long? Period(long count);

    internal static TurnUnits Of(Rotation rotation, WeekPattern? active, DateTimeZone zone)
    {
        var anchor = rotation.Clock == TurnClock.Elapsed
            ? Ticks.Of(Resolve(rotation.Anchor, zone))
            : Ticks.Of(rotation.Anchor);
        if (rotation.Unit == RotationUnit.Month)
        {
            return new MonthUnits(rotation.Anchor);
        }

        var length = rotation.Unit switch
        {
            RotationUnit.Hour => NodaConstants.TicksPerHour,
            RotationUnit.Day => NodaConstants.TicksPerDay,
            _ => Ticks.Week,
        };
        var counts = rotation is { Consumption: TurnConsumption.ActiveWindowsOnly, Clock: TurnClock.WallClock } && length < Ticks.Week && active is { IsAlways: false, IsNever: false };
        return counts ? new ActiveUnits(anchor, length, active!) : new EqualUnits(anchor, length);
    }

    private static Instant Resolve(LocalDateTime local, DateTimeZone zone) => LocalTimes.Resolve(local, zone);

    private sealed class EqualUnits(long anchor, long length) : TurnUnits
    {
        internal override long At(long time) => Ticks.FloorDiv(time - anchor, length);

        internal override long StartOf(long unit) => anchor + (unit * length);

        internal override long? Period(long count) => count * length;
    }

    private sealed class MonthUnits(LocalDateTime anchor) : TurnUnits
    {
        internal override long At(long time)
        {
            var local = Ticks.ToLocal(time);
            var months = ((local.Year - anchor.Year) * 12) + local.Month - anchor.Month;
            return anchor.PlusMonths(months) > local ? months - 1 : months;
        }

        internal override long StartOf(long unit) => Ticks.Of(anchor.PlusMonths((int)unit));

        internal override long? Period(long count) => null;
    }

    /// <summary>Hours or days of which only those with active time are numbered: full weeks times the active ones of a week, plus the rest from a table.</summary>
    private sealed class ActiveUnits : TurnUnits
    {
        private readonly long anchor;
        private readonly long length;
        private readonly int[] activeUpTo;
        private readonly long[] active;

        internal ActiveUnits(long anchor, long length, WeekPattern pattern)
        {
            this.anchor = anchor;
            this.length = length;
            var touched = Enumerable.Range(0, (int)(Ticks.Week / length))
                .Select(unit => pattern.Touches(anchor + (unit * length), anchor + ((unit + 1) * length)))
                .ToArray();
            active = [.. Enumerable.Range(0, touched.Length).Where(unit => touched[unit]).Select(unit => (long)unit)];
            activeUpTo = [.. touched.Select((_, unit) => touched.Take(unit + 1).Count(t => t))];
        }

        internal override long At(long time)
        {
            var week = Ticks.FloorDiv(time - anchor, Ticks.Week);
            var unit = (time - anchor - (week * Ticks.Week)) / length;
            return (week * active.Length) + activeUpTo[unit] - 1;
        }

        internal override long StartOf(long unit)
        {
            var week = Ticks.FloorDiv(unit, active.Length);
            return anchor + (week * Ticks.Week) + (active[unit - (week * active.Length)] * length);
        }

        internal override long? Period(long count) => count / (long)BigInteger.GreatestCommonDivisor(count, active.Length) * Ticks.Week;
    }
}
