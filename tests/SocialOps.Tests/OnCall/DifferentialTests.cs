using NodaTime;
using SocialOps.OnCall;

namespace SocialOps.Tests.OnCall;

/// <summary>The analytic resolver against the slow one. SOCIALOPS_TEST_ALL=1 takes every rule set, every transition and a hundred times as many schedules.</summary>
public sealed class DifferentialTests
{
    private static readonly bool All = Environment.GetEnvironmentVariable("SOCIALOPS_TEST_ALL") == "1";

    [Fact]
    public void At_AroundEveryTransition_AgreesWithTheSlowWay()
    {
        var (seed, compared) = (0, 0);
        foreach (var zone in DistinctZones())
        {
            foreach (var transition in Transitions(zone).Where((_, i) => All || i % 30 == seed % 30))
            {
                compared += Compare(zone.Id, transition, seed++, hours: 3, step: Duration.FromMinutes(30));
            }
        }

        compared.Should().BeGreaterThan(5_000);
    }

    [Fact]
    public void At_SchedulesOfEveryShape_AgreesWithTheSlowWay()
    {
        for (var seed = 0; seed < (All ? 200_000 : 2_000); seed++)
        {
            var around = Instant.FromUtc(1993, 8, 20, 0, 0) + Duration.FromHours((seed * 7919L) % 330_000);
            Compare(RandomSchedules.AnyZone(seed), around, seed, hours: 60, step: Duration.FromMinutes(345));
        }
    }

    private static int Compare(string zone, Instant around, int seed, int hours, Duration step)
    {
        var make = new RandomSchedules(seed);
        var local = around.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var people = make.People(local.Date);
        var definition = make.WithOddities(make.Schedule(zone, local));
        var (schedule, oracle, need) = (new OnCallSchedule(definition, people), new Oracle(definition, people), make.Need());
        var compared = 0;
        for (var at = around - Duration.FromHours(hours); at <= around + Duration.FromHours(hours); at += step, compared++)
        {
            foreach (var instant in new[] { at, at - Duration.FromNanoseconds(1) })
            {
                var answer = schedule.At(instant, need);
                var expected = oracle.At(instant, need);
                if ((answer.Gap is null ? answer.ToString() : "nobody") != expected)
                {
                    Assert.Fail($"seed {seed}, {zone}, {instant}: the slow way says {expected}.\n{schedule.Explain(instant, need)}");
                }
            }
        }

        return compared;
    }

    private static IEnumerable<DateTimeZone> DistinctZones()
        => DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])
            .DistinctBy(zone => string.Join('|', Transitions(zone).Select(t => $"{t.ToUnixTimeSeconds()}{zone.GetUtcOffset(t)}").DefaultIfEmpty(zone.GetUtcOffset(Instant.FromUnixTimeSeconds(0)).ToString())));

    private static IEnumerable<Instant> Transitions(DateTimeZone zone)
        => zone.GetZoneIntervals(Instant.FromUtc(1970, 1, 1, 0, 0), Instant.FromUtc(2037, 12, 31, 0, 0)).Skip(1).Select(interval => interval.Start);
}
