using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Readiness.Capacity;

/// <summary>Counts what a week asks of people: posts and upkeep on working days by the responsibility matrix, watch windows by who is on duty then. Pure and thread-safe.</summary>
public static class CapacityPlan
{
    /// <summary>The week that a day lies in, Monday to Sunday, in each client's zone. Packages without an effort, and what is the client's own to do, ask for nothing.</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="day">Any day of the week.</param>
    public static CapacityWeek OfWeek(AgencySnapshot agency, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var monday = day.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        var demands = new Dictionary<(PersonId Person, LocalDate On), Duration>();
        var clients = new List<ClientDemand>();
        foreach (var client in agency.Definition.Clients)
        {
            var sum = Duration.Zero;
            foreach (var (person, on, length) in DemandsOf(agency, client, monday))
            {
                demands[(person, on)] = demands.GetValueOrDefault((person, on)) + length;
                sum += length;
            }

            clients.Add(new(client.Id, sum));
        }

        List<CapacityDay> days =
        [
            .. from person in agency.Definition.People
               from date in Enumerable.Range(0, 7).Select(monday.PlusDays)
               let demand = demands.GetValueOrDefault((person.Id, date))
               let time = TimeOf(person, date)
               where demand > Duration.Zero || time > Duration.Zero
               select new CapacityDay(person.Id, date, demand, time),
        ];
        List<ClientDemand> sorted = [.. clients.OrderByDescending(c => c.Demand).ThenBy(c => c.Client.Value, StringComparer.Ordinal)];
        return new(monday, days, sorted, CapacityHints.Of(days, sorted));
    }

    private static IEnumerable<(PersonId Person, LocalDate On, Duration Length)> DemandsOf(AgencySnapshot agency, ClientDefinition client, LocalDate monday)
    {
        var package = agency.GetPackage(client.Agreement.Package);
        if (package.Effort is not { } effort)
        {
            yield break;
        }

        var schedule = agency.GetSchedule(client.Agreement.Schedule);
        var zone = TimeZones.Get(schedule.Definition.Zone);
        var posts = effort.PerPost * package.PostsPerWeek.Values.Sum() / 5;
        foreach (var on in Enumerable.Range(0, 7).Select(monday.PlusDays))
        {
            var (from, to) = (zone.AtStartOfDay(on).ToInstant(), zone.AtStartOfDay(on.PlusDays(1)).ToInstant());
            if (on.DayOfWeek <= IsoDayOfWeek.Friday)
            {
                foreach (var (activity, length) in new[] { (Activities.Copy, posts), (Activities.CommunityManagement, effort.PerWorkday) })
                {
                    if (agency.Resolve(new(client.Id, activity), from + ((to - from) / 2)).Owner is Recipient.OfAgency owner)
                    {
                        yield return (owner.Person, on, length);
                    }
                }
            }

            foreach (var shift in package.Watch.SelectMany(w => Windows(agency, w, from, to)).SelectMany(w => schedule.Between(w.From, w.To)))
            {
                foreach (var person in shift.OnDuty)
                {
                    yield return (person, on, effort.PerWatchHour * shift.Length.TotalHours);
                }
            }
        }
    }

    private static IEnumerable<(Instant From, Instant To)> Windows(AgencySnapshot agency, WatchWindow watch, Instant from, Instant to)
        => watch.Calendar is not { } id
            ? [(from, to)]
            : agency.GetCalendar(id).OpenFrom(from).TakeWhile(o => o.Start < to).Select(o => (Instant.Max(o.Start, from), Instant.Min(o.End, to))).Where(o => o.Item1 < o.Item2);

    private static Duration TimeOf(PersonDefinition person, LocalDate on)
        => person.Capacity is not { } capacity || person.Absences.Any(a => a.State == AbsenceState.Approved && a.FirstOn <= on && on <= a.LastOn) ? Duration.Zero
            : on.DayOfWeek <= IsoDayOfWeek.Friday ? capacity.PerWorkday : capacity.PerWeekendDay;
}
