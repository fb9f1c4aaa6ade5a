using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.OnCall;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>The short forms and what they mean.</summary>
public sealed class FormsTests
{
    [Theory]
    [InlineData("15m", 900)]
    [InlineData("4h", 14_400)]
    [InlineData("1h 30m", 5_400)]
    [InlineData("1h30m", 5_400)]
    [InlineData("90 minutes", 5_400)]
    [InlineData("1 hour", 3_600)]
    [InlineData("45 sec", 45)]
    [InlineData("PT4H", 14_400)]
    [InlineData("PT1H30M", 5_400)]
    public void Duration_Text_IsSoManySeconds(string text, long seconds) => Read(DurationShape.Instance, text).Should().Be(Duration.FromSeconds(seconds));

    [Theory]
    [InlineData("15 m in")]
    [InlineData("1,5h")]
    [InlineData("-1h")]
    [InlineData("PT")]
    [InlineData("P1D")]
    [InlineData("h")]
    [InlineData("٤h")]
    public void Duration_OtherText_IsRefused(string text) => Findings(DurationShape.Instance, text).Should().ContainSingle();

    [Fact]
    public void Target_SameDayByWithoutLeastTime_LeavesAnHour()
        => Read(TargetShape.Instance, "same day by 20:00").Should().Be(new ResponseTarget.SameDayBy(new(20, 0), Duration.FromHours(1)));

    [Fact]
    public void Target_WorkingDays_AreBusinessDays() => Read(TargetShape.Instance, "1 working day").Should().Be(new ResponseTarget.BusinessDays(1));

    [Theory]
    [InlineData("09:00-18:00", 9, 0, 18, 0)]
    [InlineData("9:00–18:00", 9, 0, 18, 0)]
    [InlineData("00:00-24:00", 0, 0, 0, 0)]
    [InlineData("all day", 0, 0, 0, 0)]
    [InlineData("22:00-06:00", 22, 0, 6, 0)]
    [InlineData("18:00-26:30", 18, 0, 2, 30)]
    public void Windows_Text_IsOneWindow(string text, int opensHour, int opensMinute, int closesHour, int closesMinute)
        => Read(WindowsShape.Instance, text).Should().Equal(new OpeningWindow(new(opensHour, opensMinute), new(closesHour, closesMinute)));

    [Fact]
    public void Windows_Closed_AreNone() => Read(WindowsShape.Instance, "closed").Should().BeEmpty();

    [Theory]
    [InlineData("fri-mon", "Friday Saturday Sunday Monday")]
    [InlineData("tuesday, sat-sun", "Tuesday Saturday Sunday")]
    [InlineData("every day", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")]
    public void Weekdays_Text_AreThese(string text, string days) => string.Join(' ', WeekdayText.Read(text)!).Should().Be(days);

    [Fact]
    public void Turn_SeveralLengths_TakeTurns()
    {
        var (lengths, unit) = Read(TurnShape.Instance, "4 days, 3 days");

        lengths.Should().Equal(4, 3);
        unit.Should().Be(RotationUnit.Day);
    }

    [Fact]
    public void Turn_DifferentUnits_AreRefused()
        => Findings(TurnShape.Instance, "4 days, 1 week").Should().Equal("'4 days, 1 week' is not a turn's length: the lengths have different units; write them in one, e.g. 4 days, 3 days.");

    [Fact]
    public void Stretch_UntilMidnight_EndsOnTheNextDay()
        => Read(StretchShape.Instance, "2026-12-24 12:00 to 24:00").To.Should().Be(new LocalDateTime(2026, 12, 25, 0, 0));

    [Fact]
    public void Instant_WithOffset_IsThatInstant()
        => Read(InstantShape.Instance, "2026-03-05T14:00+01:00").Should().Be(Instant.FromUtc(2026, 3, 5, 13, 0));

    private static T Read<T>(Shape<T> shape, string text)
    {
        var report = new Report();
        var value = shape.Read(new TextNode(new(1, 1), text, true), new Place(report, "value", "", new(1, 1)));
        report.Findings.Should().BeEmpty();
        return value;
    }

    private static IEnumerable<string> Findings<T>(Shape<T> shape, string text)
    {
        var report = new Report();
        shape.Read(new TextNode(new(1, 1), text, true), new Place(report, "value", "", new(1, 1)));
        return report.Findings.Select(f => f.Message);
    }
}
