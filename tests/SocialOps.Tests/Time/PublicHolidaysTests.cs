using NodaTime;
using NodaTime.Text;
using SocialOps.Time;

namespace SocialOps.Tests.Time;

public sealed class PublicHolidaysTests
{
    [Fact]
    public void Regions_AreTheSixteenStatesAustriaAndTheCantons()
    {
        PublicHolidays.Regions.Count(r => r.StartsWith("DE-", StringComparison.Ordinal)).Should().Be(16);
        PublicHolidays.Regions.Count(r => r.StartsWith("CH-", StringComparison.Ordinal)).Should().Be(26);
        PublicHolidays.Regions.Should().Contain("AT").And.HaveCount(43);
    }

    [Theory]
    [InlineData(1990, "1990-04-15")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2100, "2100-03-28")]
    public void Sunday_OfEaster_IsTheChurchs(int year, string date) => Iso(Easter.Sunday(year)).Should().Be(date);

    [Theory]
    [InlineData("DE-HH", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26")]
    [InlineData("DE-BY", 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26")]
    [InlineData("DE-SN", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26")]
    [InlineData("DE-SN", 2023, "01-01 04-07 04-10 05-01 05-18 05-29 10-03 10-31 11-22 12-25 12-26")]
    [InlineData("DE-BB", 2026, "01-01 04-03 04-05 04-06 05-01 05-14 05-24 05-25 10-03 10-31 12-25 12-26")]
    [InlineData("DE-SL", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 11-01 12-25 12-26")]
    [InlineData("DE-TH", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 09-20 10-03 10-31 12-25 12-26")]
    [InlineData("DE-BE", 2025, "01-01 03-08 04-18 04-21 05-01 05-08 05-29 06-09 10-03 12-25 12-26")]
    [InlineData("DE-HE", 2017, "01-01 04-14 04-17 05-01 05-25 06-05 06-15 10-03 10-31 12-25 12-26")]
    [InlineData("DE-NI", 1994, "01-01 04-01 04-04 05-01 05-12 05-23 10-03 11-16 12-25 12-26")]
    [InlineData("AT", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26")]
    [InlineData("CH-ZH", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 08-01 12-25 12-26")]
    [InlineData("CH-TI", 2026, "01-01 01-06 03-19 04-06 05-01 05-14 05-25 06-04 06-29 08-01 08-15 11-01 12-08 12-25 12-26")]
    [InlineData("CH-GE", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 09-10 12-25 12-31")]
    [InlineData("CH-VD", 2026, "01-01 01-02 04-03 04-06 05-14 05-25 08-01 09-21 12-25")]
    [InlineData("CH-GL", 2026, "01-01 04-03 04-06 04-09 05-14 05-25 08-01 11-01 12-25 12-26")]
    [InlineData("CH-AR", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 12-25")]
    [InlineData("CH-NE", 2023, "01-01 01-02 03-01 04-07 05-01 05-18 08-01 12-25")]
    [InlineData("CH-ZH", 1993, "01-01 04-09 04-12 05-01 05-20 05-31 12-25 12-26")]
    public void In_ARegionAndYear_GivesItsDays(string region, int year, string days)
        => string.Join(' ', PublicHolidays.In(region, year).Select(h => Iso(h.On)[5..])).Should().Be(days);

    [Fact]
    public void In_AnyRegionAndYear_HasNamesAndSourcesAndNoneTwice()
    {
        foreach (var region in PublicHolidays.Regions)
        {
            for (var year = PublicHolidays.FirstYear; year <= PublicHolidays.LastYear; year++)
            {
                var holidays = PublicHolidays.In(region, year);
                holidays.All(h => h.German.Length > 0 && h.English.Length > 0 && h.Source.Length > 0 && h.On.Year == year).Should().BeTrue();
                holidays.DistinctBy(h => (h.On, h.English)).Should().HaveCount(holidays.Count);
            }
        }

        PublicHolidays.In("AT", 1989).Should().BeEmpty();
        PublicHolidays.In("AT", 2101).Should().BeEmpty();
    }

    [Fact]
    public void In_AnUnknownRegion_NamesTheNearest()
    {
        var get = () => PublicHolidays.In("DE-ZH", 2026);

        get.Should().Throw<ArgumentException>().WithMessage("*'DE-ZH' has no built-in public holidays. Did you mean DE-HH or DE-SH or DE-TH?*");
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
