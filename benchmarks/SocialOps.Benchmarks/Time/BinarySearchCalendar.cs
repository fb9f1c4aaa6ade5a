using NodaTime;
using SocialOps.Time;

namespace SocialOps.Benchmarks.Time;

/// <summary>Baseline: the same intervals with running totals, found by binary search.</summary>
internal sealed class BinarySearchCalendar
{
    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _before;

    public BinarySearchCalendar(BusinessCalendar calendar, Instant from, Instant to)
    {
        var open = calendar.OpenFrom(from).TakeWhile(i => i.Start < to).ToList();
        _starts = [.. open.Select(i => i.Start.ToUnixTimeTicks())];
        _ends = [.. open.Select(i => i.End.ToUnixTimeTicks())];
        _before = new long[open.Count + 1];
        for (var i = 0; i < open.Count; i++)
        {
            _before[i + 1] = _before[i] + _ends[i] - _starts[i];
        }
    }

    public Instant? Add(Instant start, Duration budget)
    {
        var time = start.ToUnixTimeTicks();
        var i = Array.BinarySearch(_ends, time);
        i = i >= 0 ? i + 1 : ~i;
        var open = _before[i] + Math.Max(0, time - _starts[i]) + budget.BclCompatibleTicks;
        var j = Array.BinarySearch(_before, open);
        j = (j >= 0 ? j : ~j) - 1;
        return Instant.FromUnixTimeTicks(_starts[j] + (open - _before[j]));
    }
}
