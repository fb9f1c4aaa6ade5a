using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>One answer for each set of people that was ever asked for, so that asking again allocates nothing. Thread-safe; stops growing at a cap, then makes answers anew.</summary>
internal sealed class AnswerPool(PeopleIndex people)
{
    private const int Cap = 4096;
    private readonly OnCallAnswer?[] single = new OnCallAnswer?[people.Count];
    private volatile Entry[] several = [];

    internal OnCallAnswer Get(ReadOnlySpan<int> onDuty) => onDuty.Length == 1 ? single[onDuty[0]] ??= Make(onDuty) : Several(onDuty);

    private OnCallAnswer Several(ReadOnlySpan<int> onDuty)
    {
        var known = several;
        foreach (var entry in known)
        {
            if (onDuty.SequenceEqual(entry.OnDuty))
            {
                return entry.Answer;
            }
        }

        var made = Make(onDuty);
        if (known.Length < Cap)
        {
            Interlocked.CompareExchange(ref several, [.. known, new Entry(onDuty.ToArray(), made)], known);
        }

        return made;
    }

    private OnCallAnswer Make(ReadOnlySpan<int> onDuty)
    {
        var ids = new PersonId[onDuty.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = people[onDuty[i]].Id;
        }

        return OnCallAnswer.Of(ids);
    }

    private sealed record Entry(int[] OnDuty, OnCallAnswer Answer);
}
