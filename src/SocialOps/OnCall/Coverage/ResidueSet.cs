using SocialOps.OnCall.Engine;

namespace SocialOps.OnCall.Coverage;

/// <summary>Which part of a period has been walked.</summary>
internal sealed class ResidueSet(long period)
{
    private readonly List<(long From, long Until)> walked = [];

    /// <summary>The parts of [from, to) whose place in the period has not been walked; they count as walked from now on.</summary>
    internal List<(long From, long Until)> Missing(long from, long to)
    {
        var missing = new List<(long, long)>();
        for (var at = from; at < to && at < from + period;)
        {
            var residue = Ticks.FloorMod(at, period);
            var end = Math.Min(Math.Min(to, from + period), at + (period - residue));
            Walk(residue, residue + (end - at), at - residue, missing);
            at = end;
        }

        return missing;
    }

    private void Walk(long from, long until, long shift, List<(long, long)> missing)
    {
        var start = from;
        foreach (var (a, b) in walked.Where(w => w.Until > from && w.From < until).Order().ToList())
        {
            if (a > start)
            {
                missing.Add((start + shift, a + shift));
            }

            start = Math.Max(start, b);
        }

        if (start < until)
        {
            missing.Add((start + shift, until + shift));
        }

        walked.Add((from, until));
    }
}
