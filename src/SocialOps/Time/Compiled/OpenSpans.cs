namespace SocialOps.Time.Compiled;

/// <summary>Set algebra on sorted, disjoint, half-open spans: linear merges.</summary>
internal static class OpenSpans
{
    /// <summary>Sorts, drops the empty ones, joins what touches or overlaps.</summary>
    public static List<OpenSpan> Normalize(List<OpenSpan> spans)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].Start < spans[i - 1].Start)
            {
                spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
                break;
            }
        }

        var kept = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span.End <= span.Start)
            {
                continue;
            }

            if (kept > 0 && span.Start <= spans[kept - 1].End)
            {
                spans[kept - 1] = new(spans[kept - 1].Start, Math.Max(spans[kept - 1].End, span.End));
            }
            else
            {
                spans[kept++] = span;
            }
        }

        spans.RemoveRange(kept, spans.Count - kept);
        return spans;
    }

    public static List<OpenSpan> Union(IReadOnlyList<OpenSpan> a, IReadOnlyList<OpenSpan> b) => Normalize([.. a, .. b]);

    public static List<OpenSpan> Intersect(IReadOnlyList<OpenSpan> a, IReadOnlyList<OpenSpan> b)
    {
        var result = new List<OpenSpan>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            var (start, end) = (Math.Max(a[i].Start, b[j].Start), Math.Min(a[i].End, b[j].End));
            if (start < end)
            {
                result.Add(new(start, end));
            }

            _ = a[i].End < b[j].End ? i++ : j++;
        }

        return result;
    }

    public static List<OpenSpan> Except(List<OpenSpan> a, IReadOnlyList<OpenSpan> b)
    {
        if (b.Count == 0)
        {
            return a;
        }

        var result = new List<OpenSpan>(a.Count);
        var j = 0;
        foreach (var span in a)
        {
            var start = span.Start;
            while (j < b.Count && b[j].End <= start)
            {
                j++;
            }

            for (var k = j; k < b.Count && b[k].Start < span.End; k++)
            {
                if (start < b[k].Start)
                {
                    result.Add(new(start, b[k].Start));
                }

                start = Math.Max(start, b[k].End);
            }

            if (start < span.End)
            {
                result.Add(new(start, span.End));
            }
        }

        return result;
    }

    /// <summary>What of the spans lies within [from, to).</summary>
    public static List<OpenSpan> Clip(List<OpenSpan> spans, long from, long to)
    {
        var result = new List<OpenSpan>(spans.Count);
        foreach (var span in spans)
        {
            var (start, end) = (Math.Max(span.Start, from), Math.Min(span.End, to));
            if (start < end)
            {
                result.Add(new(start, end));
            }
        }

        return result;
    }
}
