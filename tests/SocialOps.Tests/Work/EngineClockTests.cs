using NodaTime;
using SocialOps.Testing;
using SocialOps.Work;

namespace SocialOps.Tests.Work;

public sealed class EngineClockTests
{
    [Fact]
    public void Now_WallJumpsBack_GoesOnSteadily()
    {
        var time = new FakeTime(TestAgency.Friday);
        var clock = new EngineClock(time);
        clock.Now();

        time.JumpWall(Duration.FromHours(-3));
        time.Advance(Duration.FromMinutes(1));

        clock.Now().Should().Be(TestAgency.Friday + Duration.FromMinutes(1));
    }

    [Fact]
    public void Now_BelowAMicrosecond_IsCutToIt()
    {
        var clock = new EngineClock(new FakeTime(TestAgency.Friday + Duration.FromNanoseconds(1_900)));

        clock.Now().Should().Be(TestAgency.Friday + Duration.FromNanoseconds(1_000));
    }

    [Fact]
    public void RaiseTo_LaterInstant_IsNeverUndercut()
    {
        var time = new FakeTime(TestAgency.Friday);
        var clock = new EngineClock(time);

        clock.RaiseTo(TestAgency.Friday + Duration.FromDays(1));
        time.Advance(Duration.FromSeconds(1));

        clock.Now().Should().Be(TestAgency.Friday + Duration.FromDays(1) + Duration.FromSeconds(1));
    }
}
