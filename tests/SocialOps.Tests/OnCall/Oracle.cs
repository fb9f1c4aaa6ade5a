using NodaTime;
using NodaTime.TimeZones;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Tests.OnCall;

/// <summary>Who is on duty, found the slow way: walk from the anchor boundary by boundary, try every window of the days around, sort all overrides each time.</summary>
internal sealed class Oracle(ScheduleDefinition schedule, IReadOnlyDictionary<PersonId, PersonDefinition> people)
{
    private static readonly ZoneLocalMappingResolver Rule = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
    private readonly Dictionary<(string Layer, int Unit), Instant> boundaries = [];
    private readonly Dictionary<(string Layer, int Cell), bool> touched = [];
    private List<Exception>? exceptions;

    internal string At(Instant at, DutyRequirement? need = null)
    {
        var now = (exceptions ??= Exceptions()).Where(e => e.From <= at && at < e.To && (e.Client is null || e.Client == need?.Client)).ToList();
        var start = 0;
        List<PersonId>? duty = null;
        for (var i = now.Count - 1; i >= 0 && duty is null; i--)
        {
            if (now[i].Kind == OverrideKind.Take)
            {
                var there = now[i].People.Where(p => Works(p, at, need)).Distinct().ToList();
                if (there.Count > 0 || now[i].People.Count == 0)
                {
                    (duty, start) = (there, i + 1);
                }
            }
        }

        duty ??= Ladder(at, need, now);
        foreach (var e in now.Skip(start))
        {
            if (e.Kind == OverrideKind.Add && Works(e.People[0], at, need) && !duty.Contains(e.People[0]))
            {
                duty.Add(e.People[0]);
            }
            else if (e.Kind == OverrideKind.Remove)
            {
                duty.RemoveAll(p => e.People.Count == 0 || p == e.People[0]);
            }
        }

        return duty.Count == 0 ? "nobody" : string.Join(", ", duty);
    }

    private List<PersonId> Ladder(Instant at, DutyRequirement? need, List<Exception> now)
    {
        var duty = new List<PersonId>();
        foreach (var layer in schedule.Layers)
        {
            if (at < (layer.EffectiveFrom ?? Instant.MinValue) || at >= (layer.EffectiveUntil ?? Instant.MaxValue) || (layer.Restrictions.Count > 0 && layer.Restrictions.All(r => r.Days.Count == 0)))
            {
                continue;
            }

            var found = false;
            foreach (var person in Turn(layer, at))
            {
                if (!InWindows(layer, person, at))
                {
                    continue;
                }

                var given = Replace(person, now, at, need);
                if (given is null && StandIn(person, at, need) is { } there)
                {
                    given = there == person ? there : Replace(there, now, at, need) ?? there;
                }

                if (given is { } one)
                {
                    found = true;
                    if (!duty.Contains(one))
                    {
                        duty.Add(one);
                    }
                }
            }

            if (found && layer.Mode == LayerMode.Exclusive)
            {
                break;
            }
        }

        return duty;
    }

    private PersonId? Replace(PersonId person, List<Exception> now, Instant at, DutyRequirement? need)
        => now.AsEnumerable().Reverse().Where(e => e.Kind == OverrideKind.Replace && e.Replaces == person && Works(e.People[0], at, need)).Select(e => (PersonId?)e.People[0]).FirstOrDefault();

    private IReadOnlyList<PersonId> Turn(ScheduleLayer layer, Instant at)
    {
        var rotation = layer.Rotation;
        var slots = rotation.Groups.Count > 0 ? rotation.Groups : rotation.Participants.Select(p => (IReadOnlyList<PersonId>)[p]).ToList();
        if (slots.Count == 0)
        {
            return [];
        }

        var lengths = rotation.Lengths.Count > 0 ? rotation.Lengths : [rotation.Length];
        var (unit, turn) = (0, 0);
        if (Boundary(layer, 0) <= at)
        {
            while (true)
            {
                unit += lengths[turn % lengths.Count];
                if (at < Boundary(layer, unit))
                {
                    break;
                }

                turn++;
            }
        }
        else
        {
            do
            {
                turn--;
                unit -= lengths[((turn % lengths.Count) + lengths.Count) % lengths.Count];
            }
            while (at < Boundary(layer, unit));
        }

        return slots[((turn % slots.Count) + slots.Count) % slots.Count];
    }

    private Instant Boundary(ScheduleLayer layer, int k)
        => boundaries.TryGetValue((layer.Name, k), out var known) ? known : boundaries[(layer.Name, k)] = FindBoundary(layer, k);

    private bool IsActive(ScheduleLayer layer, int cell)
        => touched.TryGetValue((layer.Name, cell), out var known)
            ? known
            : touched[(layer.Name, cell)] = layer.Restrictions.Any(r => Touches(r, Cell(layer.Rotation, cell), Cell(layer.Rotation, cell + 1)));

    /// <summary>The start of unit k of a rotation.</summary>
    private Instant FindBoundary(ScheduleLayer layer, int k)
    {
        var rotation = layer.Rotation;
        if (rotation.Clock == TurnClock.Elapsed)
        {
            return Map(rotation.Anchor) + (k * (rotation.Unit == RotationUnit.Hour ? Duration.FromHours(1) : rotation.Unit == RotationUnit.Day ? Duration.FromDays(1) : Duration.FromDays(7)));
        }

        if (rotation.Consumption == TurnConsumption.Calendar || rotation.Unit is RotationUnit.Week or RotationUnit.Month || layer.Restrictions.Count == 0)
        {
            return Map(Cell(rotation, k));
        }

        var cell = 0;
        for (var counted = 0; ;)
        {
            var active = IsActive(layer, cell);
            if (active && counted == k)
            {
                return Map(Cell(rotation, cell));
            }

            if (k >= 0)
            {
                counted += active ? 1 : 0;
                cell++;
            }
            else
            {
                cell--;
                counted -= IsActive(layer, cell) ? 1 : 0;
            }
        }
    }

    private static LocalDateTime Cell(Rotation rotation, int k) => rotation.Unit switch
    {
        RotationUnit.Hour => rotation.Anchor.PlusHours(k),
        RotationUnit.Day => rotation.Anchor.PlusDays(k),
        RotationUnit.Week => rotation.Anchor.PlusWeeks(k),
        _ => rotation.Anchor.PlusMonths(k),
    };

    private static bool Touches(TimeRestriction restriction, LocalDateTime from, LocalDateTime to)
        => Windows(restriction, from.Date).Any(w => w.From < to && from < w.To);

    private static IEnumerable<(LocalDateTime From, LocalDateTime To)> Windows(TimeRestriction restriction, LocalDate around)
    {
        for (var date = around.PlusDays(-3); date <= around.PlusDays(3); date = date.PlusDays(1))
        {
            if (restriction.Days.Contains(date.DayOfWeek))
            {
                var closing = restriction.Window.Closes <= restriction.Window.Opens ? date.PlusDays(1) : date;
                yield return (date + restriction.Window.Opens, closing + restriction.Window.Closes);
            }
        }
    }

    private bool InWindows(ScheduleLayer layer, PersonId person, Instant at)
        => layer.Restrictions.Count == 0 || layer.Restrictions.Any(r =>
        {
            var there = r.Zone == RestrictionZone.Schedule ? zone : people.TryGetValue(person, out var known) ? DateTimeZoneProviders.Tzdb[known.Zone] : DateTimeZone.Utc;
            return Windows(r, at.InZone(there).Date).Any(w => Map(w.From, there) <= at && at < Map(w.To, there));
        });

    private PersonId? StandIn(PersonId person, Instant at, DutyRequirement? need)
    {
        var asked = new HashSet<PersonId>();
        return IsAway(person, at) || !IsReachable(person) ? Deputy(person) : Works(person, at, need) ? person : null;

        PersonId? Deputy(PersonId away)
        {
            asked.Add(away);
            foreach (var next in Deputies(away, at, need?.Client))
            {
                if (!asked.Add(next))
                {
                    continue;
                }

                if (IsAway(next, at))
                {
                    if (Deputy(next) is { } further)
                    {
                        return further;
                    }
                }
                else if (Works(next, at, need))
                {
                    return next;
                }
            }

            return null;
        }
    }

    private IEnumerable<PersonId> Deputies(PersonId id, Instant at, ClientId? client)
    {
        if (!people.TryGetValue(id, out var person))
        {
            yield break;
        }

        foreach (var absence in person.Absences.Where(a => Holds(person, a, at)))
        {
            if (client is { } named && absence.ClientDeputies.TryGetValue(named, out var own))
            {
                yield return own;
            }

            if (absence.Deputy is { } deputy)
            {
                yield return deputy;
            }
        }

        foreach (var absence in person.TimedAbsences.Where(a => a.State == AbsenceState.Approved && a.From <= at && at < a.Until && a.Deputy is not null))
        {
            yield return absence.Deputy!.Value;
        }

        foreach (var deputy in person.Deputies)
        {
            yield return deputy;
        }
    }

    private bool IsAway(PersonId id, Instant at)
        => people.TryGetValue(id, out var person)
           && (person.Absences.Any(a => Holds(person, a, at))
               || person.TimedAbsences.Any(a => a.State == AbsenceState.Approved && a.From <= at && at < a.Until)
               || person.Status?.At(at) == AvailabilityKind.Away);

    private static bool Holds(PersonDefinition person, Absence absence, Instant at)
    {
        var there = DateTimeZoneProviders.Tzdb[person.Zone];
        return absence.State == AbsenceState.Approved && Map(absence.FirstOn.AtMidnight(), there) <= at && at < Map(absence.LastOn.PlusDays(1).AtMidnight(), there);
    }

    private bool IsReachable(PersonId id) => people.TryGetValue(id, out var person) && person.Contacts.Count > 0;

    private bool Works(PersonId id, Instant at, DutyRequirement? need)
        => IsReachable(id) && !IsAway(id, at) && (need is null || (
            (need.Client is not { } client || (!people[id].ClientWalls.Contains(client) && (people[id].Clients.Count == 0 || people[id].Clients.Contains(client))))
            && (need.Language is not { } language || people[id].Languages.Count == 0 || people[id].Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
            && need.Skills.All(people[id].Skills.Contains)));

    private List<Exception> Exceptions()
    {
        var swaps = schedule.Swaps.Where(s => s.State == SwapState.Accepted).Select(s => s.ToOverride()!);
        var all = schedule.Overrides.Concat(swaps)
            .Select(o => new Exception(o.Id, o.Kind, Map(o.From), Map(o.To), o.Person is { } p ? [p] : [], o.Replaces, o.Client, o.Priority, o.CreatedAt ?? Instant.MinValue)).ToList();
        foreach (var plan in schedule.Plans)
        {
            var cuts = plan.Shifts.SelectMany(s => new[] { Map(s.From), Map(s.To) }).Append(Map(plan.From)).Append(Map(plan.To)).Where(t => t >= Map(plan.From) && t <= Map(plan.To)).Distinct().Order().ToList();
            foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
            {
                var here = plan.Shifts.Where(s => Map(s.From) <= from && to <= Map(s.To)).Select(s => s.Person).ToList();
                if (here.Count > 0 || plan.Holes == PlanHoles.Gap)
                {
                    all.Add(new(plan.Id, OverrideKind.Take, from, to, here, null, null, plan.Priority, plan.CreatedAt ?? Instant.MinValue));
                }
            }
        }

        return [.. all.OrderBy(e => e.Client is null ? 0 : 1).ThenBy(e => e.Priority).ThenBy(e => e.CreatedAt).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    private Instant Map(LocalDateTime local) => Map(local, zone);

    private static Instant Map(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Rule).ToInstant();

    private sealed record Exception(string Id, OverrideKind Kind, Instant From, Instant To, IReadOnlyList<PersonId> People, PersonId? Replaces, ClientId? Client, int Priority, Instant CreatedAt);
}
