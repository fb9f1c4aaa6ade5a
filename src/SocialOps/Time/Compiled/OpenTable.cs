using System.Numerics;

namespace SocialOps.Time.Compiled;

/// <summary>
/// The open spans of one block of time with running totals, and two jump indexes: from a time to its span, from an amount of open time to its span. Buckets are powers of two, so a look-up is
/// two loads and a step or two; a crowded bucket falls back to binary search.
/// </summary>
internal sealed class OpenTable
{
    private const int MaxSteps = 8;
    private const int MaxBucketBits = 12;

    private readonly Row[] _rows;
    private readonly int[] _byTime;
    private readonly int[] _byOpen;
    private readonly long _origin;
    private readonly int _timeShift;
    private readonly int _openShift;

    /// <summary>The table of sorted, disjoint spans within the block of that number, each block 2^<paramref name="sizeBits"/> ticks long.</summary>
    public OpenTable(int block, int sizeBits, List<OpenSpan> spans)
    {
        Block = block;
        _origin = (long)block << sizeBits;
        _rows = new Row[spans.Count + 1];
        for (var i = 0; i < spans.Count; i++)
        {
            _rows[i] = new(spans[i].Start, spans[i].End, Total);
            Total += spans[i].End - spans[i].Start;
        }

        _rows[^1] = new(Ticks.Never, Ticks.Never, Total);
        var bits = Math.Min(MaxBucketBits, BitOperations.Log2((uint)spans.Count + 1) + 1);
        _timeShift = sizeBits - bits;
        _openShift = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)Total) - bits);
        _byTime = Index((1 << bits) + 1, k => _origin + (k << _timeShift), (i, at) => _rows[i].End <= at);
        _byOpen = Index((int)(Total >> _openShift) + 2, k => k << _openShift, (i, at) => _rows[i + 1].Before < at);
    }

    /// <summary>The block's number.</summary>
    public int Block { get; }

    /// <summary>All the open ticks of the block.</summary>
    public long Total { get; }

    /// <summary>How many spans there are.</summary>
    public int Count => _rows.Length - 1;

    /// <summary>The span at a place in time order.</summary>
    public OpenSpan this[int index] => new(_rows[index].Start, _rows[index].End);

    /// <summary>The index of the first span that ends after this time; <see cref="Count"/> when none does.</summary>
    public int SpanAt(long time)
    {
        var bucket = (int)((time - _origin) >> _timeShift);
        var i = _byTime[bucket];
        for (var last = i + MaxSteps; _rows[i].End <= time; i++)
        {
            if (i == last)
            {
                return SearchEnd(i, _byTime[bucket + 1], time);
            }
        }

        return i;
    }

    public bool IsOpen(long time) => _rows[SpanAt(time)].Start <= time;

    /// <summary>The open ticks of the block before this time.</summary>
    public long OpenBefore(long time)
    {
        ref readonly var row = ref _rows[SpanAt(time)];
        return row.Before + Math.Max(0, time - row.Start);
    }

    /// <summary>The first time with so many open ticks before it. <paramref name="open"/> is in (0, Total].</summary>
    public long Reach(long open)
    {
        var bucket = (int)(open >> _openShift);
        var i = _byOpen[bucket];
        for (var last = i + MaxSteps; _rows[i + 1].Before < open; i++)
        {
            if (i == last)
            {
                i = SearchBefore(i, _byOpen[bucket + 1], open);
                break;
            }
        }

        return _rows[i].Start + (open - _rows[i].Before);
    }

    /// <summary>The last time with so many open ticks before it, which is an open one. <paramref name="open"/> is in [0, Total).</summary>
    public long ReachOpen(long open)
    {
        var time = open == 0 ? _rows[0].Start : Reach(open);
        var i = SpanAt(time);
        return Math.Max(time, _rows[i].Start);
    }

    private int SearchEnd(int low, int high, long time)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _rows[middle].End <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int SearchBefore(int low, int high, long open)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _rows[middle + 1].Before < open ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int[] Index(int count, Func<long, long> bucketStart, Func<int, long, bool> isBefore)
    {
        var index = new int[count];
        for (int k = 0, i = 0; k < count; k++)
        {
            for (var at = bucketStart(k); i < _rows.Length - 1 && isBefore(i, at); i++)
            {
            }

            index[k] = i;
        }

        return index;
    }

    private readonly record struct Row(long Start, long End, long Before);
}
