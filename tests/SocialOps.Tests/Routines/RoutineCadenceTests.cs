using NodaTime;
using NodaTime.TimeZones;
using SocialOps.Definitions;

namespace SocialOps.Tests.Routines;

public sealed class RoutineCadenceTests
{
    [Theory]
    [InlineData(CadenceUnit.Day, 1, "2026-06-12T07:30:00Z", "2026-06-13T07:30:00Z")]
    [InlineData(CadenceUnit.Week, 1, "2026-06-12T00:00:00Z", "2026-06-15T07:30:00Z")]
    [InlineData(CadenceUnit.Week, 2, "2026-06-12T00:00:00Z", "2026-06-22T07:30:00Z")]
    [InlineData(CadenceUnit.Month, 1, "2026-02-05T08:30:00Z", "2026-03-05T08:30:00Z")]
    [InlineData(CadenceUnit.Day, 1, "2020-01-01T00:00:00Z", "2026-01-05T08:30:00Z")]
    public void NextAfter_ACadenceFromAMonday_IsItsNextTimeInLocalHours(CadenceUnit unit, int every, string after, string expected)
        => new RoutineCadence(new(2026, 1, 5), new(9, 30), "Europe/Berlin", unit, every).NextAfter(At(after)).Should().Be(At(expected));

    [Fact]
    public void NextAfter_OnThe31st_IsTheLastDayOfShorterMonths()
        => new RoutineCadence(new(2026, 1, 31), new(9, 0), "Etc/UTC", CadenceUnit.Month).NextAfter(At("2026-02-01T00:00:00Z")).Should().Be(At("2026-02-28T09:00:00Z"));

    private static readonly ZoneLocalMappingResolver GapsEndAmbiguousEarlier = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The plain way: walk from the first day.</summary>
    [Fact]
    public void NextAfter_AnyInstant_IsWhatAWalkFindsToo()
    {
        var random = new Random(20260612);
        for (var i = 0; i < 2_000; i++)
        {
            var cadence = new RoutineCadence(new LocalDate(2026, 1, 1).PlusDays(random.Next(60)), new(random.Next(24), 30), "Europe/Berlin", (CadenceUnit)random.Next(3), 1 + random.Next(4));
            var after = At("2026-01-01T00:00:00Z") + Duration.FromMinutes(random.Next(2_000_000));

            cadence.NextAfter(after).Should().Be(Walk(cadence, after), "{0} after {1}", cadence, after);
        }
    }

    private static Instant Walk(RoutineCadence cadence, Instant after)
    {
        for (var turn = 0; ; turn++)
        {
            var day = cadence.Unit switch
            {
                CadenceUnit.Day => cadence.From.PlusDays(turn * cadence.Every),
                CadenceUnit.Week => cadence.From.PlusWeeks(turn * cadence.Every),
                _ => cadence.From.PlusMonths(turn * cadence.Every),
            };
            var at = DateTimeZoneProviders.Tzdb[cadence.Zone].ResolveLocal(day + cadence.At, GapsEndAmbiguousEarlier).ToInstant();
            if (at > after)
            {
                return at;
            }
        }
    }

    private static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
