using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

/// <summary>Calendars against the oracle around every clock change of the world, 1970 to 2037: a zone of each distinct rule set, every zone where SOCIALOPS_TEST_ALL=1.</summary>
public sealed class OracleTests
{
    private static readonly Instant First = Utc("1970-01-01T00:00:00Z");
    private static readonly Instant Last = Utc("2038-01-01T00:00:00Z");

    private static readonly string[][] Hours =
    [
        ["00:00-24:00"],
        ["22:00-06:00"],
        ["01:30-02:30", "02:30-03:15", "23:00-00:30"],
        ["09:00-12:00", "13:00-18:00"],
    ];

    [Fact]
    public void Answers_AroundEveryClockChange_AreTheOraclesOwn()
    {
        var wrong = new List<string>();
        foreach (var zone in Zones())
        {
            var calendars = Hours.Select(h => Definition(zone.Id, EveryDay, h) with
            {
                Holidays = [.. Transitions(zone).Where((_, i) => i % 3 == 0).Select(t => t.InZone(zone).Date).Distinct().Select(d => new Holiday(d, "x"))],
            }).Select(d => (d, d.Compile())).ToList();
            foreach (var (index, transition) in Transitions(zone).Index())
            {
                var (definition, calendar) = calendars[index % calendars.Count];
                Compare(definition, calendar, zone, transition, wrong);
            }
        }

        wrong.Should().BeEmpty();
    }

    private static void Compare(CalendarDefinition definition, BusinessCalendar calendar, DateTimeZone zone, Instant transition, List<string> wrong)
    {
        var (from, to) = (transition - Duration.FromHours(40), transition + Duration.FromHours(40));
        var oracle = new NaiveCalendar(definition, zone, from, to);
        var open = calendar.OpenFrom(from).TakeWhile(i => i.Start < to).Select(i => new Interval(i.Start, Instant.Min(i.End, to))).ToList();
        if (!open.SequenceEqual(oracle.Open))
        {
            wrong.Add($"{zone.Id} {transition}: {string.Join(' ', open)} is not {string.Join(' ', oracle.Open)}");
            return;
        }

        foreach (var minutes in (int[])[-600, -61, -1, 0, 59, 600])
        {
            var at = transition + Duration.FromMinutes(minutes);
            var budget = Duration.FromMinutes(77);
            if (calendar.IsOpen(at) != oracle.IsOpen(at) || calendar.Between(from, at) != oracle.Between(from, at) || (oracle.Add(at, budget) is { } due && calendar.Add(at, budget) != due))
            {
                wrong.Add($"{zone.Id} {at}");
            }
        }
    }

    private static IEnumerable<DateTimeZone> Zones()
    {
        var all = TimeZones.Provider.Ids.Select(TimeZones.Get);
        return Environment.GetEnvironmentVariable("SOCIALOPS_TEST_ALL") == "1" ? all
            : all.DistinctBy(z => string.Join('|', z.GetZoneIntervals(First, Last).Select(i => $"{(i.HasStart ? i.Start.ToUnixTimeSeconds() : 0)}:{i.WallOffset.Seconds}")));
    }

    private static List<Instant> Transitions(DateTimeZone zone)
        => [.. zone.GetZoneIntervals(First, Last).Where(z => z.HasStart && z.Start > First).Select(z => z.Start)];
}
