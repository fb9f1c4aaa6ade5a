using NodaTime;
using SocialOps.Time;
using SocialOps.Time.Compiled;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed class ZoneOffsetsTests
{
    [Fact]
    public void Resolve_AroundEveryTransitionOfEveryZone_IsTheResolvers()
    {
        var wrong = new List<string>();
        foreach (var zone in TimeZones.Provider.Ids.Select(TimeZones.Get))
        {
            foreach (var transition in zone.GetZoneIntervals(Utc("1900-01-01T00:00:00Z"), Utc("2038-01-01T00:00:00Z")).Skip(1).Select(z => z.Start))
            {
                var offsets = new ZoneOffsets(zone, transition.ToUnixTimeTicks(), transition.ToUnixTimeTicks());
                foreach (var hours in (double[])[-3, -1.5, -1, -0.5, 0, 0.25, 0.5, 1, 1.5, 2, 24])
                {
                    var local = (transition + Duration.FromHours(hours)).InZone(zone).LocalDateTime.PlusMinutes(7);
                    if (offsets.Resolve(Ticks.Of(local)) != TimeZones.Resolve(local, zone).ToUnixTimeTicks())
                    {
                        wrong.Add($"{zone.Id} {local}");
                    }
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-03-29T02:30", "Europe/Berlin", LocalTimeKind.Skipped, "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T02:30", "Europe/Berlin", LocalTimeKind.Ambiguous, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("2026-06-01T02:30", "Europe/Berlin", LocalTimeKind.Unique, "2026-06-01T00:30:00Z", "2026-06-01T00:30:00Z")]
    public void Explain_OfATypedTime_TellsBothInstants(string local, string zone, LocalTimeKind kind, string earlier, string later)
        => TimeZones.Explain(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value, TimeZones.Get(zone))
            .Should().Be(new LocalTimeMeaning(kind, Utc(earlier), Utc(later)));

    [Fact]
    public void Get_OfAnUnknownZone_NamesTheNearest()
    {
        var get = () => TimeZones.Get("Europe/Belrin");

        get.Should().Throw<ArgumentException>().WithMessage("*Did you mean Europe/Berlin*");
        TimeZones.Find("Europe/Belrin").Should().BeNull();
        TimeZones.TzdbVersion.Should().MatchRegex("^20[0-9]{2}[a-z]$");
    }
}
