using NodaTime;
using SocialOps.OnCall.Coverage;
using SocialOps.People;

namespace SocialOps.OnCall.WhatIf;

/// <summary>
/// What a change would do, before anybody saves it: two schedules over one stretch of time. The second may differ in layers, overrides, people, or only in its tz database. Pure and
/// thread-safe.
/// </summary>
public sealed record ScheduleDiff
{
    /// <summary>Where the answers differ, ascending; neighbouring stretches differ from each other.</summary>
    public required IReadOnlyList<ScheduleChange> Changes { get; init; }

    /// <summary>How much duty time each person gains (or loses, negative); who keeps theirs is not listed.</summary>
    public required IReadOnlyDictionary<PersonId, Duration> Hours { get; init; }

    /// <summary>What is proved before.</summary>
    public required CoverageProof Before { get; init; }

    /// <summary>What is proved after.</summary>
    public required CoverageProof After { get; init; }

    /// <summary>The stretches that become gaps.</summary>
    public IEnumerable<ScheduleChange> GapsOpened => Changes.Where(change => change.Before.Gap is null && change.After.Gap is not null);

    /// <summary>The stretches that are gaps no longer.</summary>
    public IEnumerable<ScheduleChange> GapsClosed => Changes.Where(change => change.Before.Gap is not null && change.After.Gap is null);

    /// <summary>Nothing changes.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>Compares two schedules.</summary>
    /// <param name="before">The schedule as it is.</param>
    /// <param name="after">The schedule as it would be.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="demands">The promises to prove on both sides.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    public static ScheduleDiff Of(OnCallSchedule before, OnCallSchedule after, Instant from, Instant to, IReadOnlyList<CoverageDemand>? demands = null, DutyRequirement? requirement = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<ScheduleChange>();
        var hours = new Dictionary<PersonId, Duration>();
        foreach (var (start, end, old, now) in Together(before.Between(from, to, requirement), after.Between(from, to, requirement)))
        {
            if (old.Equals(now))
            {
                continue;
            }

            Count(hours, old, start - end);
            Count(hours, now, end - start);
            var extends = changes is [.., var last] && last.To == start && last.Before.Equals(old) && last.After.Equals(now);
            if (extends)
            {
                changes[^1] = changes[^1] with { To = end };
            }
            else
            {
                changes.Add(new(start, end, old, now));
            }
        }

        return new()
        {
            Changes = changes,
            Hours = hours.Where(pair => pair.Value != Duration.Zero).ToDictionary(),
            Before = CoverageCheck.Prove(before, demands ?? [], from, to),
            After = CoverageCheck.Prove(after, demands ?? [], from, to),
        };
    }

    private static void Count(Dictionary<PersonId, Duration> hours, OnCallAnswer answer, Duration length)
    {
        foreach (var person in answer.OnDuty)
        {
            hours[person] = hours.GetValueOrDefault(person) + length;
        }
    }

    private static IEnumerable<(Instant From, Instant To, OnCallAnswer Before, OnCallAnswer After)> Together(IEnumerable<Shift> before, IEnumerable<Shift> after)
    {
        using var a = before.GetEnumerator();
        using var b = after.GetEnumerator();
        var more = a.MoveNext() && b.MoveNext();
        while (more)
        {
            var (from, to) = (Instant.Max(a.Current.From, b.Current.From), Instant.Min(a.Current.To, b.Current.To));
            yield return (from, to, a.Current.Answer, b.Current.Answer);
            var (moveA, moveB) = (a.Current.To == to, b.Current.To == to);
            more = (!moveA || a.MoveNext()) & (!moveB || b.MoveNext());
        }
    }
}
