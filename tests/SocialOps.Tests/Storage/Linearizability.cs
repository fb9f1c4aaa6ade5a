namespace SocialOps.Tests.Storage;

/// <summary>An operation as it was seen from outside.</summary>
/// <param name="Invoked">When it began.</param>
/// <param name="Returned">When its answer was there.</param>
/// <param name="What">What was asked, with the answer.</param>
internal sealed record Seen<T>(long Invoked, long Returned, T What);

/// <summary>Looks for an order of operations that explains every answer and contradicts no clock (Wing and Gong 1993, Lowe 2017: with a memory of what was tried).</summary>
internal static class Linearizability
{
    /// <param name="history">At most 63 operations.</param>
    /// <param name="start">The state before the first.</param>
    /// <param name="next">The state after an operation, or <see langword="null"/> when its answer is impossible in this state.</param>
    public static bool Holds<TState, T>(IReadOnlyList<Seen<T>> history, TState start, Func<TState, T, TState?> next)
        where TState : class
    {
        var tried = new HashSet<(ulong Done, TState State)>();
        var all = (1UL << history.Count) - 1;
        return From(0, start);

        bool From(ulong done, TState state)
        {
            if (done == all)
            {
                return true;
            }

            if (!tried.Add((done, state)))
            {
                return false;
            }

            var earliestEnd = history.Where((_, i) => (done & (1UL << i)) == 0).Min(o => o.Returned);
            for (var i = 0; i < history.Count; i++)
            {
                if ((done & (1UL << i)) == 0 && history[i].Invoked <= earliestEnd && next(state, history[i].What) is { } after && From(done | (1UL << i), after))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
