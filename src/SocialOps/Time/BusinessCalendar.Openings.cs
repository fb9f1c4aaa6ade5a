using NodaTime;
using SocialOps.Time.Compiled;

namespace SocialOps.Time;

public sealed partial class BusinessCalendar
{
    /// <summary>The open intervals from an instant on, forward, lazily, for 20 years; the first is cut at <paramref name="from"/>. Each is half-open, none touches the next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside <see cref="Range"/>.</exception>
    public IEnumerable<Interval> OpenFrom(Instant from)
    {
        var time = TicksOf(from);
        return Forward(time, Math.Min(Ticks.Last, time + Ticks.Horizon))
            .Select(s => new Interval(Ticks.ToInstant(Math.Max(s.Start, time)), Ticks.ToInstant(s.End)));
    }

    /// <summary>The open intervals until an instant, backward, lazily, for 20 years; the first is cut at <paramref name="until"/>. Each is half-open, none touches the next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside <see cref="Range"/>.</exception>
    public IEnumerable<Interval> OpenUntil(Instant until)
    {
        var time = TicksOf(until);
        return Backward(time, Math.Max(Ticks.First, time - Ticks.Horizon))
            .Select(s => new Interval(Ticks.ToInstant(s.Start), Ticks.ToInstant(Math.Min(s.End, time))));
    }

    /// <summary>The first instant strictly after <paramref name="at"/> at which the calendar opens; <see langword="null"/> when it does not within 20 years.</summary>
    public Instant? NextOpening(Instant at)
    {
        var time = TicksOf(at);
        return First(Forward(time, Latest(time)), s => s.Start > time && s.Start <= Latest(time), s => s.Start);
    }

    /// <summary>The first instant strictly after <paramref name="at"/> at which the calendar closes; <see langword="null"/> when it does not within 20 years.</summary>
    public Instant? NextClosing(Instant at)
    {
        var time = TicksOf(at);
        return First(Forward(time, Latest(time)), s => s.End <= Latest(time), s => s.End);
    }

    /// <summary>The last instant at or before <paramref name="at"/> at which the calendar opened; <see langword="null"/> when it did not within 20 years.</summary>
    public Instant? PreviousOpening(Instant at)
    {
        var time = TicksOf(at);
        return First(Backward(time + 1, Earliest(time)), s => s.Start >= Earliest(time), s => s.Start);
    }

    /// <summary>The last instant at or before <paramref name="at"/> at which the calendar closed; <see langword="null"/> when it did not within 20 years.</summary>
    public Instant? PreviousClosing(Instant at)
    {
        var time = TicksOf(at);
        return First(Backward(time, Earliest(time)), s => s.End <= time && s.End >= Earliest(time), s => s.End);
    }

    private static long Latest(long time) => Math.Min(Ticks.Last, time + Ticks.Horizon);

    private static long Earliest(long time) => Math.Max(Ticks.First, time - Ticks.Horizon);

    private static Instant? First(IEnumerable<OpenSpan> spans, Func<OpenSpan, bool> isMeant, Func<OpenSpan, long> time)
    {
        foreach (var span in spans)
        {
            if (isMeant(span))
            {
                return Ticks.ToInstant(time(span));
            }
        }

        return null;
    }

    /// <summary>The open spans that end after a time and start before another, joined over the blocks' seams. The first may have begun in an earlier block, the last may run on past the horizon.</summary>
    private IEnumerable<OpenSpan> Forward(long time, long latest)
    {
        OpenSpan? held = null;
        var block = OpenTables.BlockOf(time);
        for (var index = _tables.Get(block).SpanAt(time); OpenTables.StartOf(block) <= latest; block++, index = 0)
        {
            var table = _tables.Get(block);
            for (; index < table.Count; index++)
            {
                var span = table[index];
                if (held is { } last)
                {
                    if (last.End == span.Start)
                    {
                        held = new(last.Start, span.End);
                        continue;
                    }

                    yield return last;
                }

                if (span.Start > latest)
                {
                    yield break;
                }

                held = span;
            }
        }

        if (held is { } rest)
        {
            yield return rest;
        }
    }

    /// <summary>The whole open spans that start before a time and end after another, the latest first.</summary>
    private IEnumerable<OpenSpan> Backward(long time, long earliest)
    {
        OpenSpan? held = null;
        var block = OpenTables.BlockOf(time);
        var table = _tables.Get(block);
        var index = table.SpanAt(time);
        if (index < table.Count && table[index].Start < time)
        {
            index++;
        }

        while (true)
        {
            for (index--; index >= 0; index--)
            {
                var span = table[index];
                if (held is { } last)
                {
                    if (span.End == last.Start)
                    {
                        held = new(span.Start, last.End);
                        continue;
                    }

                    yield return last;
                }

                if (span.End < earliest)
                {
                    yield break;
                }

                held = held is null ? new(span.Start, EndAfter(span, block)) : span;
            }

            if (OpenTables.StartOf(block) <= earliest)
            {
                break;
            }

            table = _tables.Get(--block);
            index = table.Count;
        }

        if (held is { } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Where a span ends that may go on in the next blocks: asked at a seam, it has not closed there.</summary>
    private long EndAfter(OpenSpan span, int block)
    {
        while (span.End == OpenTables.StartOf(block + 1) && span.End < Ticks.Last)
        {
            var after = _tables.Get(++block);
            if (after.Count == 0 || after[0].Start != span.End)
            {
                break;
            }

            span = after[0];
        }

        return span.End;
    }
}
