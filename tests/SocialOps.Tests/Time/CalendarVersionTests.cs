using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed class CalendarVersionTests
{
    private static readonly CalendarDefinition Longer = Definition("Europe/Berlin", Workdays, "08:00-20:00") with { HolidayRegion = "DE-HH" };

    [Fact]
    public void Compile_OfVersions_EachHoldsFromItsInstant()
    {
        var calendar = BusinessCalendar.CompileVersions([CalendarVersion.From(new(2026, 7, 1), Longer), new(null, Office)], "2");

        calendar.Between(At("2026-06-30T00:00"), At("2026-07-01T00:00")).Should().Be(Duration.FromHours(9));
        calendar.Between(At("2026-07-01T00:00"), At("2026-07-02T00:00")).Should().Be(Duration.FromHours(12));
        calendar.HolidayOn(new(2026, 5, 1)).Should().BeNull();
        calendar.HolidayOn(new(2026, 12, 25)).Should().Be("Christmas Day");
        calendar.Stamp.Should().Be(new CalendarStamp(new("test"), "2", TimeZones.Provider.VersionId));
    }

    [Fact]
    public void Compile_AVersionInTheMiddleOfAWindow_JoinsAtTheInstant()
    {
        var calendar = BusinessCalendar.CompileVersions([new(null, Office), new(At("2026-07-01T12:00"), Longer)]);

        calendar.OpenFrom(At("2026-07-01T00:00")).First().Should().Be(new Interval(At("2026-07-01T09:00"), At("2026-07-01T20:00")));
    }

    [Fact]
    public void Compile_OfVersionsThatDoNotFollow_TellsAllFaults()
    {
        var compile = () => BusinessCalendar.CompileVersions([new(At("2026-07-01T12:00"), Office), new(At("2026-07-01T12:00"), Office with { Id = new("other"), Zone = "?" })]);

        compile.Should().Throw<InvalidDefinitionException>().Which.Findings.Select(f => f.Path).Should().Equal("versions", "versions[1]", "versions[1]", "versions[1].zone");
    }
}
