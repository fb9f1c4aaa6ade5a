namespace SocialOps.OnCall.Engine;

/// <summary>Which of some stretches, half-open, hold at an instant: cut at every end, each piece with its own list. A query is one binary search.</summary>
internal sealed class StretchIndex
{
    internal static readonly StretchIndex Empty = new([]);

    private readonly long[] starts;
    private readonly int[] offsets;
    private readonly int[] members;

    /// <summary>Indexes stretches; a member is the stretch's place in the list, and each piece lists them in ascending order.</summary>
    internal StretchIndex(IReadOnlyList<(long From, long Until)> stretches)
    {
        starts = [.. stretches.SelectMany(s => new[] { s.From, s.Until }).Distinct().Order()];
        offsets = new int[starts.Length + 1];
        var lists = new List<int>[starts.Length];
        for (var member = 0; member < stretches.Count; member++)
        {
            var (from, until) = stretches[member];
            for (var piece = Array.BinarySearch(starts, from); piece < starts.Length && starts[piece] < until; piece++)
            {
                (lists[piece] ??= []).Add(member);
            }
        }

        for (var piece = 0; piece < lists.Length; piece++)
        {
            offsets[piece + 1] = offsets[piece] + (lists[piece]?.Count ?? 0);
        }

        members = [.. lists.Where(list => list is not null).SelectMany(list => list)];
    }

    internal ReadOnlySpan<long> Ends => starts;

    internal ReadOnlySpan<int> At(long instant, scoped ref long until)
    {
        var piece = Ticks.CountUpTo(starts, instant);
        if (piece < starts.Length && starts[piece] < until)
        {
            until = starts[piece];
        }

        return piece == 0 ? [] : members.AsSpan(offsets[piece - 1]..offsets[piece]);
    }
}
