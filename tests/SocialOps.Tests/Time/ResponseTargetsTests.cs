using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

[Requirement("0.12")]
public sealed class ResponseTargetsTests
{
    private static readonly ResponseTargets Promise = new(
        new ResponseTarget.Within(Duration.FromHours(4)),
        Weekend: new ResponseTarget.SameDayBy(new(20, 0), Duration.FromHours(1)),
        InMeeting: new ResponseTarget.SameDayBy(new(20, 0), Duration.FromHours(1)));

    private static readonly BusinessCalendar Calendar = (Office with { HolidayRegion = "DE-HH" }).Compile();

    [Theory]
    [InlineData("2026-03-27T10:00", false, "2026-03-27T14:00")]
    [InlineData("2026-03-27T10:00", true, "2026-03-27T20:00")]
    [InlineData("2026-03-28T10:00", false, "2026-03-28T20:00")]
    [InlineData("2026-03-28T19:30", false, "2026-03-29T20:00")]
    [InlineData("2026-03-28T19:00", false, "2026-03-28T20:00")]
    [InlineData("2026-05-01T10:00", false, "2026-05-01T20:00")]
    public void DeadlineFrom_ByTimeClass_GivesTheTargetOfTheClass(string start, bool inMeeting, string deadline)
        => Promise.DeadlineFrom(Calendar, At(start), inMeeting).Should().Be(At(deadline));

    [Theory]
    [InlineData("2026-03-27T15:00", 1, "2026-03-30T15:00")]
    [InlineData("2026-03-28T15:00", 1, "2026-03-30T15:00")]
    [InlineData("2026-04-02T15:00", 1, "2026-04-07T15:00")]
    [InlineData("2026-03-30T20:00", 2, "2026-04-01T20:00")]
    public void DeadlineFrom_BusinessDays_IsTheSameLocalTimeOnACoverageDay(string start, int days, string deadline)
        => new ResponseTarget.BusinessDays(days).DeadlineFrom(Calendar, At(start)).Should().Be(At(deadline));

    [Fact]
    public void DeadlineFrom_TargetOfZero_IsRefused()
    {
        var within = () => new ResponseTarget.Within(Duration.Zero).DeadlineFrom(Calendar, At("2026-03-27T10:00"));
        var days = () => new ResponseTarget.BusinessDays(0).DeadlineFrom(Calendar, At("2026-03-27T10:00"));

        within.Should().Throw<ArgumentOutOfRangeException>();
        days.Should().Throw<ArgumentOutOfRangeException>();
    }
}
