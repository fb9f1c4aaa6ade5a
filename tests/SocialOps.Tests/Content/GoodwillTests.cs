using SocialOps.Content;

namespace SocialOps.Tests.Content;

[Requirement("0.5")]
public sealed class GoodwillTests
{
    private static readonly GoodwillUse[] Uses = [.. new[] { "2026-05-31", "2026-06-01", "2026-06-07", "2026-06-08", "2026-06-30", "2026-07-01" }.Select(d => new GoodwillUse("Extra post", NodaTime.Text.LocalDatePattern.Iso.Parse(d).Value)), new("call", new(2026, 6, 2))];

    [Theory]
    [InlineData(GoodwillPeriod.Week, "2026-06-01", "2026-06-08", 2)]
    [InlineData(GoodwillPeriod.Month, "2026-06-01", "2026-07-01", 4)]
    [InlineData(GoodwillPeriod.Quarter, "2026-04-01", "2026-07-01", 5)]
    public void Count_Period_HoldsItsFirstDayAndNotTheNextOnes(GoodwillPeriod per, string from, string until, int used)
    {
        var count = new GoodwillAllowance("extra post", 9, per).Count(Uses, new(2026, 6, 7));

        (count.Used, count.From.ToString("uuuu-MM-dd", null), count.Until.ToString("uuuu-MM-dd", null)).Should().Be((used, from, until));
        count.Warning.Should().BeNull();
    }

    [Fact]
    public void Count_OnceTooOften_WarnsAndNeverRefuses()
    {
        var count = new GoodwillAllowance("extra post", 1, GoodwillPeriod.Week).Count(Uses, new(2026, 6, 1));

        count.Warning!.Severity.Should().Be(FindingSeverity.Warning);
        count.Warning.Value.Should().Be("2 of 1");
        new GoodwillAllowance("extra post", 2, GoodwillPeriod.Week).Count(Uses, new(2026, 6, 1)).Warning.Should().BeNull();
    }
}
