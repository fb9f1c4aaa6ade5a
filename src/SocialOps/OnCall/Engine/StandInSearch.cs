using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>
/// Who is there in somebody's place: the person; if absent or unreachable the deputy of the absence, then the standing deputies in order, through absent deputies on to theirs, nobody asked twice.
/// </summary>
internal ref struct StandInSearch<TTrace>
    where TTrace : struct, ITrace
{
    private readonly PeopleIndex people;
    private readonly long instant;
    private readonly DutyRequirement? need;
    private readonly IReadOnlyDictionary<Category, IReadOnlyList<SkillId>>? categorySkills;
    private readonly TTrace trace;
    private readonly Span<ulong> asked;

    internal StandInSearch(PeopleIndex people, long instant, DutyRequirement? need, IReadOnlyDictionary<Category, IReadOnlyList<SkillId>>? categorySkills, TTrace trace, Span<ulong> asked)
    {
        this.people = people;
        this.instant = instant;
        this.need = need;
        this.categorySkills = categorySkills;
        this.trace = trace;
        this.asked = asked;
        Until = long.MaxValue;
    }

    /// <summary>The instant up to which the last answer holds.</summary>
    internal long Until;

    /// <summary>Why the last answer was nobody.</summary>
    internal CoverageGapCause Cause;

    internal static int WordsFor(int people) => (people + 63) >> 6;

    /// <summary>Who is there in a person's place, or -1.</summary>
    internal int For(int number)
    {
        asked.Clear();
        var person = people[number];
        var away = person.AbsencesAt(instant, ref Until);
        if (away.Length == 0 && person.IsReachable)
        {
            if (Qualifies(person))
            {
                return number;
            }

            Cause = CoverageGapCause.NotQualified;
            NoteUnqualified(ExplanationRule.NotQualified, person, "");
            return -1;
        }

        Cause = away.Length > 0 ? CoverageGapCause.AbsentNoDeputy : CoverageGapCause.Unreachable;
        return Deputy(person, away);
    }

    /// <summary>Whether a person is there and qualifies, without anybody standing in.</summary>
    internal bool IsThere(int number)
    {
        var person = people[number];
        return person.AbsencesAt(instant, ref Until).Length == 0 && person.IsReachable && Qualifies(person);
    }

    private int Deputy(DutyPerson person, scoped ReadOnlySpan<int> away)
    {
        asked[person.Number >> 6] |= 1UL << person.Number;
        NoteAway(person, away);
        foreach (var absence in away)
        {
            for (var choice = 0; choice < 2; choice++)
            {
                if (person.StepIn(absence, choice, need?.Client) is >= 0 and var stepIn && Ask(stepIn, person) is >= 0 and var found)
                {
                    return found;
                }
            }
        }

        foreach (var deputy in person.Deputies)
        {
            if (Ask(deputy, person) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;
    }

    private int Ask(int number, DutyPerson principal)
    {
        if ((asked[number >> 6] & (1UL << number)) != 0)
        {
            return -1;
        }

        asked[number >> 6] |= 1UL << number;
        var deputy = people[number];
        var away = deputy.AbsencesAt(instant, ref Until);
        if (away.Length > 0)
        {
            return Deputy(deputy, away);
        }

        if (!deputy.IsReachable || !Qualifies(deputy))
        {
            if (deputy.IsReachable)
            {
                NoteUnqualified(ExplanationRule.DeputyPassedOver, deputy, " (deputy)");
            }
            else
            {
                Note(ExplanationRule.DeputyPassedOver, deputy, " (deputy) cannot be reached");
            }

            return -1;
        }

        if (trace.IsOn)
        {
            trace.Add(ExplanationRule.DeputyStandsIn, $"{deputy.Id} stands in for {principal.Id}", person: deputy.Id);
        }

        return number;
    }

    private bool Qualifies(DutyPerson person) => DutyNeed.IsMet(person, need, categorySkills, instant, ref Until);

    private readonly void NoteUnqualified(ExplanationRule rule, DutyPerson person, string role)
    {
        if (trace.IsOn)
        {
            Note(rule, person, $"{role} does not qualify for this duty: {DutyNeed.WhyNot(person, need!, categorySkills, instant)}");
        }
    }

    private readonly void NoteAway(DutyPerson person, scoped ReadOnlySpan<int> away)
    {
        if (!trace.IsOn)
        {
            return;
        }

        if (away.Length == 0)
        {
            Note(ExplanationRule.Unreachable, person, person.Definition is null ? " is unknown" : " has no contact method");
        }

        foreach (var absence in away)
        {
            Note(ExplanationRule.Absent, person, $" is away: {person.Reason(absence)}");
        }
    }

    private readonly void Note(ExplanationRule rule, DutyPerson person, string what)
    {
        if (trace.IsOn)
        {
            trace.Add(rule, person.Id + what, person: person.Id);
        }
    }
}
