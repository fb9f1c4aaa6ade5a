using NodaTime;
using SocialOps.Testing;

namespace SocialOps.Tests.Testing;

public sealed class FakeTimeTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 12, 0);
    private readonly FakeTime _time = new(Start);
    private readonly List<string> _fired = [];

    [Fact]
    public void Now_NothingDone_StandsAtTheStart() => _time.Now.Should().Be(Start);

    [Fact]
    public void Advance_Length_MovesBothClocks()
    {
        var before = _time.GetTimestamp();
        _time.Advance(Duration.FromSeconds(90));

        _time.Now.Should().Be(Start + Duration.FromSeconds(90));
        _time.GetElapsedTime(before).Should().Be(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void Advance_Negative_IsRefused() => _time.Invoking(t => t.Advance(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void SetUtcNow_LaterInstant_LetsTimePass()
    {
        var before = _time.GetTimestamp();
        _time.SetUtcNow(Start + Duration.FromDays(1));

        _time.GetElapsedTime(before).Should().Be(TimeSpan.FromDays(1));
    }

    [Fact]
    public void SetUtcNow_EarlierInstant_IsRefused() => _time.Invoking(t => t.SetUtcNow(Start - Duration.FromTicks(1))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void JumpWall_Back_LeavesTheMonotonicClock()
    {
        var before = _time.GetTimestamp();
        _time.JumpWall(Duration.FromDays(-1));

        _time.Now.Should().Be(Start - Duration.FromDays(1));
        _time.GetElapsedTime(before).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void JumpWall_Forward_FiresNoTimer()
    {
        using var timer = Timer("a", 1);
        _time.JumpWall(Duration.FromDays(1));

        _fired.Should().BeEmpty();
    }

    [Fact]
    public void Advance_Timers_FireInOrderEachAtItsInstant()
    {
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        _time.Advance(TimeSpan.FromSeconds(5));

        _fired.Should().Equal("early 1", "late 3");
    }

    [Fact]
    public void Advance_TimerIsLater_DoesNotFire()
    {
        using var timer = Timer("a", 2);
        _time.Advance(TimeSpan.FromSeconds(1.999));

        _fired.Should().BeEmpty();
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresEachTime()
    {
        using var timer = Timer("a", 1, 2);
        _time.Advance(TimeSpan.FromSeconds(6));

        _fired.Should().Equal("a 1", "a 3", "a 5");
    }

    [Fact]
    public void Advance_TimerSetWhileFiring_FiresToo()
    {
        ITimer? second = null;
        using var first = _time.CreateTimer(_ => second = Timer("second", 1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(2));

        _fired.Should().Equal("second 2");
        second!.Dispose();
    }

    [Fact]
    public void Dispose_Timer_FiresNoMore()
    {
        Timer("a", 1).Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));

        _fired.Should().BeEmpty();
    }

    [Fact]
    public void Change_Timer_MovesIt()
    {
        using var timer = Timer("a", 1);
        timer.Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan).Should().BeTrue();
        _time.Advance(TimeSpan.FromSeconds(9));

        _fired.Should().Equal("a 4");
    }

    [Fact]
    public async Task Delay_OnFakeTime_EndsByAdvancing()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _time);
        delay.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromHours(1));

        await delay;
    }

    private ITimer Timer(string name, int seconds, int period = -1) => _time.CreateTimer(
        _ => _fired.Add($"{name} {(_time.Now - Start).TotalSeconds}"), null, TimeSpan.FromSeconds(seconds), period < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(period));
}
