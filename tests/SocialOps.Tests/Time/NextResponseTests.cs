using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed class NextResponseTests
{
    [Fact]
    public void CountsFrom_ACustomerWhoWritesAgain_StaysAtTheOldest()
    {
        Instant[] messages = [At("2026-03-27T12:00"), At("2026-03-27T10:00"), At("2026-03-27T11:00")];

        NextResponse.CountsFrom(messages, []).Should().Be(At("2026-03-27T10:00"));
        NextResponse.CountsFrom(messages, [At("2026-03-27T10:00")]).Should().Be(At("2026-03-27T11:00"));
        NextResponse.CountsFrom(messages, [At("2026-03-27T10:00")], NextResponseAnchor.NewestUnanswered).Should().Be(At("2026-03-27T12:00"));
        NextResponse.CountsFrom(messages, [At("2026-03-27T13:00"), At("2026-03-27T09:00")]).Should().BeNull();
    }

    [Fact]
    public void DeadlineFrom_WithAdjustment_GivesGraceAndThenRealTime()
    {
        var target = new ResponseTarget.Within(Duration.FromMinutes(30));
        var adjustment = new TargetAdjustment(OutOfHoursGrace: Duration.FromMinutes(10), ThenElapsed: Duration.FromMinutes(5));

        adjustment.DeadlineFrom(target, Office.Compile(), At("2026-03-27T17:30")).Should().Be(At("2026-03-27T18:05"));
        adjustment.DeadlineFrom(target, Office.Compile(), At("2026-03-27T18:00")).Should().Be(At("2026-03-30T09:45"));
    }
}
