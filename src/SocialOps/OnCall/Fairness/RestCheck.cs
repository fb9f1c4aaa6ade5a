using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall.Fairness;

/// <summary>Finds duty that leaves too little rest. Pure and thread-safe.</summary>
public static class RestCheck
{
    /// <summary>Every breach, by person, then by begin.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="engagements">The work that was really done.</param>
    public static IReadOnlyList<RestBreach> Find(OnCallSchedule schedule, RestRules rules, Instant from, Instant to, IEnumerable<Engagement>? engagements = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(rules);
        var done = (engagements ?? []).ToList();
        return [.. schedule.DutiesBetween(from, to)
            .GroupBy(duty => duty.Person)
            .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
            .SelectMany(group => Of(group.Key, [.. group.Select(duty => (duty.From, duty.To))], ZoneOf(schedule, group.Key), rules, done))];
    }

    /// <summary>The breaches of one person with these duties.</summary>
    internal static IEnumerable<RestBreach> Of(PersonId person, IReadOnlyList<(Instant From, Instant To)> duties, DateTimeZone zone, RestRules rules, IReadOnlyList<Engagement> engagements)
        => Tired(person, duties, rules, engagements)
            .Concat(Nights(person, duties, zone, rules))
            .Concat(Days(person, duties, zone, rules))
            .Concat(Weekends(person, duties, zone, rules))
            .OrderBy(breach => breach.From);

    internal static DateTimeZone ZoneOf(OnCallSchedule schedule, PersonId person)
        => schedule.People.TryGetValue(person, out var known) ? TimeZones.Find(known.Zone) ?? DateTimeZone.Utc : DateTimeZone.Utc;

    private static IEnumerable<RestBreach> Tired(PersonId person, IReadOnlyList<(Instant From, Instant To)> duties, RestRules rules, IReadOnlyList<Engagement> engagements)
        => from engagement in engagements
           where engagement.Person == person
           let rest = rules.RestAfter(engagement)
           where rest is not null
           from duty in duties
           where duty.From < rest.Until && rest.From < duty.To
           select new RestBreach(person, RestRule.RestAfterEngagement, Instant.Max(duty.From, rest.From), Instant.Min(duty.To, rest.Until), $"{person} worked until {engagement.To} and should rest until {rest.Until}");

    private static IEnumerable<RestBreach> Nights(PersonId person, IReadOnlyList<(Instant From, Instant To)> duties, DateTimeZone zone, RestRules rules)
    {
        if (rules.NightsAWeek is not { } most)
        {
            return [];
        }

        var until = rules.NightUntil <= rules.NightFrom ? 1 : 0;
        var nights = Dates(duties, zone, -1).Where(day => IsOn(duties, Span(day + rules.NightFrom, day.PlusDays(until) + rules.NightUntil, zone)));
        return nights.GroupBy(Monday).Where(week => week.Count() > most)
            .Select(week => new RestBreach(person, RestRule.NightsAWeek, Start(week.Key, zone), Start(week.Key.PlusDays(7), zone), $"{person} has {week.Count()} nights in the week of {Text(week.Key)}; {most} are allowed"));
    }

    private static IEnumerable<RestBreach> Days(PersonId person, IReadOnlyList<(Instant From, Instant To)> duties, DateTimeZone zone, RestRules rules)
    {
        if (rules.DaysInARow is not { } most)
        {
            yield break;
        }

        var (first, count) = (default(LocalDate), 0);
        foreach (var day in Dates(duties, zone, 0).Append(LocalDate.MaxIsoValue))
        {
            if (count > 0 && day == first.PlusDays(count))
            {
                count++;
                continue;
            }

            if (count > most)
            {
                yield return new(person, RestRule.DaysInARow, Start(first, zone), Start(first.PlusDays(count), zone), $"{person} is on duty on {count} days in a row from {Text(first)}; {most} are allowed");
            }

            (first, count) = (day, 1);
        }
    }

    private static IEnumerable<RestBreach> Weekends(PersonId person, IReadOnlyList<(Instant From, Instant To)> duties, DateTimeZone zone, RestRules rules)
    {
        var weekends = rules.NoTwoWeekendsInARow ? Dates(duties, zone, 0).Where(day => day.DayOfWeek >= IsoDayOfWeek.Saturday).Select(Monday).ToHashSet() : [];
        return weekends.Where(week => weekends.Contains(week.PlusDays(-7))).Order()
            .Select(week => new RestBreach(person, RestRule.WeekendsInARow, Start(week.PlusDays(5), zone), Start(week.PlusDays(7), zone), $"{person} has the weekend of {Text(week.PlusDays(5))} after the one before"));
    }

    /// <summary>The local days with duty, ascending; with a margin of days before.</summary>
    private static IEnumerable<LocalDate> Dates(IReadOnlyList<(Instant From, Instant To)> duties, DateTimeZone zone, int before)
    {
        var days = new SortedSet<LocalDate>();
        foreach (var (from, to) in duties)
        {
            var last = (to - Duration.Epsilon).InZone(zone).Date;
            for (var day = from.InZone(zone).Date.PlusDays(before); day <= last; day = day.PlusDays(1))
            {
                days.Add(day);
            }
        }

        return days;
    }

    private static bool IsOn(IReadOnlyList<(Instant From, Instant To)> duties, (Instant From, Instant To) span) => duties.Any(duty => duty.From < span.To && span.From < duty.To);

    private static (Instant From, Instant To) Span(LocalDateTime from, LocalDateTime to, DateTimeZone zone) => (TimeZones.Resolve(from, zone), TimeZones.Resolve(to, zone));

    private static Instant Start(LocalDate day, DateTimeZone zone) => TimeZones.Resolve(day.AtMidnight(), zone);

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static string Text(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
