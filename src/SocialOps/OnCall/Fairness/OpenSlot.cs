using NodaTime;
using SocialOps.OnCall.Engine;

namespace SocialOps.OnCall.Fairness;

/// <summary>Who should take an open slot. Pure and thread-safe.</summary>
public static class OpenSlot
{
    private static readonly Duration Around = Duration.FromDays(28);

    /// <summary>The people who could take it, the best first: whoever breaks no rule about rest, then whoever has carried least, then whoever has rested longest, then by id.</summary>
    /// <param name="schedule">The schedule; its people are asked.</param>
    /// <param name="from">The slot's first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="ledger">What people have carried.</param>
    /// <param name="rules">The rules about rest.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    /// <param name="engagements">The work that was really done.</param>
    public static IReadOnlyList<SlotCandidate> Suggest(
        OnCallSchedule schedule, Instant from, Instant to, FairnessLedger ledger, RestRules rules, DutyRequirement? requirement = null, IReadOnlyList<Engagement>? engagements = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var duties = schedule.DutiesBetween(from - Around, to + Around).ToLookup(duty => duty.Person, duty => (duty.From, duty.To));
        return [.. schedule.People.Values
            .Where(person => person.Contacts.Count > 0 && CanTake(person, from, to))
            .Where(person => !duties[person.Id].Any(duty => duty.From < to && from < duty.To))
            .Select(person => Candidate(person, [.. duties[person.Id]]))
            .OrderBy(one => one.Breaches.Count).ThenBy(one => one.WeightedHours).ThenByDescending(one => one.Rest).ThenBy(one => one.Person.Value, StringComparer.Ordinal)];

        bool CanTake(People.PersonDefinition person, Instant from, Instant to)
        {
            var one = new DutyPerson(0, person.Id, person, Time.TimeZones.Provider, _ => 0);
            var next = long.MaxValue;
            return one.AbsencesAt(Ticks.Of(from), ref next).Length == 0 && next >= Ticks.Of(to) && Qualifies(one, Ticks.Of(from), Ticks.Of(to));
        }

        bool Qualifies(DutyPerson person, long from, long to)
        {
            for (long at = from, until = long.MaxValue; at < to; at = until, until = long.MaxValue)
            {
                if (!DutyNeed.IsMet(person, requirement, schedule.Definition.CategorySkills, at, ref until))
                {
                    return false;
                }
            }

            return true;
        }

        SlotCandidate Candidate(People.PersonDefinition person, List<(Instant From, Instant To)> own)
        {
            var zone = RestCheck.ZoneOf(schedule, person.Id);
            var before = RestCheck.Of(person.Id, own, zone, rules, engagements ?? []).ToHashSet();
            var breaches = RestCheck.Of(person.Id, [.. own.Append((from, to)).Order()], zone, rules, engagements ?? []).Where(breach => !before.Contains(breach)).ToList();
            var rest = own.Select(duty => duty.To <= from ? from - duty.To : duty.From - to).Append(Around).Min();
            return new(person.Id, ledger[person.Id].WeightedHours, rest, breaches);
        }
    }
}
