using System.Numerics;
using NodaTime;

namespace SocialOps.OnCall.Engine;

/// <summary>Which turn a rotation is in, from the anchor in one step, whatever its age.</summary>
internal sealed class TurnCounter
{
    private readonly TurnUnits units;
    private readonly long[] ends;
    private readonly long cycle;
    private readonly bool isElapsed;

    internal TurnCounter(Rotation rotation, WeekPattern? active, DateTimeZone zone)
    {
        isElapsed = rotation.Clock == TurnClock.Elapsed;
        units = TurnUnits.Of(rotation, active, zone);
        var lengths = rotation.Lengths.Count > 0 ? rotation.Lengths : [rotation.Length];
        ends = new long[lengths.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = cycle += lengths[i];
        }
    }

    /// <summary>The turn at an instant, and the instant up to which it holds (or an earlier one).</summary>
    internal long At(long instant, in LocalMoment local, ref long until)
    {
        var turn = Find(isElapsed ? instant : local.Local, out var next);
        until = Math.Min(until, isElapsed ? next : local.InstantOf(next));
        return turn;
    }

    /// <summary>The turn at a time on the rotation's own line (local, or instants where turns are counted in elapsed time), and when the next begins.</summary>
    internal long Find(long time, out long next)
    {
        var unit = units.At(time);
        var round = Ticks.FloorDiv(unit, cycle);
        var place = Ticks.CountUpTo(ends, unit - (round * cycle));
        next = units.StartOf((round * cycle) + ends[place]);
        return (round * ends.Length) + place;
    }

    /// <summary>The start of a turn: a local time, or an instant where turns are counted in elapsed time.</summary>
    internal long StartOf(long turn)
    {
        var round = Ticks.FloorDiv(turn, ends.Length);
        var place = (int)(turn - (round * ends.Length));
        return units.StartOf((round * cycle) + (place == 0 ? 0 : ends[place - 1]));
    }

    internal bool IsElapsed => isElapsed;

    /// <summary>After so many ticks the same people have the turn again; <see langword="null"/> for months.</summary>
    internal long? Period(int slots) => units.Period(cycle * (slots / (long)BigInteger.GreatestCommonDivisor(slots, ends.Length)));
}
