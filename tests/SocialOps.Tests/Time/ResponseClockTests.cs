using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Serialization;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed partial class ResponseClockTests
{
    private static readonly BusinessCalendar Calendar = Office.Compile();
    private static readonly ResponseTarget FourHours = new ResponseTarget.Within(Duration.FromHours(4));

    [Fact]
    public void IsBreached_AtTheDeadline_IsNotYet()
    {
        var clock = Start("2026-03-27T16:45", Duration.FromMinutes(30));

        clock.Deadline.Should().Be(At("2026-03-27T17:15"));
        clock.IsBreached(At("2026-03-27T17:15")).Should().BeFalse();
        clock.IsBreached(At("2026-03-27T17:15") + Duration.FromTicks(1)).Should().BeTrue();
        clock.BreachAt.Should().Be(At("2026-03-27T17:15") + Duration.FromNanoseconds(1000));
        clock.Stop(At("2026-03-27T17:15")).IsBreached(At("2027-01-01T00:00")).Should().BeFalse();
        clock.Stop(At("2026-03-27T17:15")).BreachAt.Should().BeNull();
        clock.Stop(At("2026-03-27T17:16")).IsBreached(At("2027-01-01T00:00")).Should().BeTrue();
    }

    [Fact]
    public void Pause_WithSomethingLeft_LeavesNoDeadlineUntilResumed()
    {
        var clock = Start("2026-03-27T10:00").Pause(At("2026-03-27T11:00:36"), Calendar);

        clock.Deadline.Should().BeNull();
        clock.Remaining(At("2026-03-28T11:00"), Calendar).Should().Be(Duration.FromHours(4) - Duration.FromSeconds(3636));
        clock.IsBreached(At("2027-01-01T00:00")).Should().BeFalse();
        clock.Resume(At("2026-03-30T09:00"), Calendar).Deadline.Should().Be(At("2026-03-30T11:59:24"));
    }

    [Fact]
    public void Pause_AfterTheDeadline_DoesNotUnbreach()
    {
        var clock = Start("2026-03-27T10:00").Pause(At("2026-03-27T14:00:01"), Calendar);

        clock.Deadline.Should().Be(At("2026-03-27T14:00"));
        clock.IsBreached(At("2026-03-27T15:00")).Should().BeTrue();
    }

    [Fact]
    public void Pause_AtTheDeadline_KeepsIt()
        => Start("2026-03-27T10:00").Pause(At("2026-03-27T14:00"), Calendar).Deadline.Should().Be(At("2026-03-27T14:00"));

    [Fact]
    public void CutOut_APauseWithinAnother_ChangesNothing()
    {
        var clock = Start("2026-03-27T09:00").CutOut(new(At("2026-03-27T10:00"), At("2026-03-27T12:00")), Calendar);

        clock.CutOut(new(At("2026-03-27T10:30"), At("2026-03-27T11:00")), Calendar).Should().Be(clock);
        clock.CutOut(new(At("2026-03-27T11:00")), Calendar).Pauses.Should().Equal(new ClockPause(At("2026-03-27T10:00")));
    }

    [Fact]
    public void Pause_OfAKindThatNeverPauses_ChangesNothing()
    {
        var clock = ResponseClock.Start(ResponseClockKind.Acknowledge, FourHours, Calendar, At("2026-03-27T10:00"));

        clock.Pause(At("2026-03-27T11:00"), Calendar).Should().Be(clock);
    }

    [Fact]
    public void CutOut_OverlappingPausesInAnyOrder_CountOnce()
    {
        var clock = Start("2026-03-27T09:00")
            .CutOut(new(At("2026-03-27T11:00"), At("2026-03-27T12:00")), Calendar)
            .CutOut(new(At("2026-03-27T10:00"), At("2026-03-27T11:30")), Calendar)
            .CutOut(new(At("2026-03-27T10:15"), At("2026-03-27T10:15")), Calendar);

        clock.Pauses.Should().ContainSingle();
        clock.Deadline.Should().Be(At("2026-03-27T15:00"));
    }

    [Fact]
    public void AtPercent_OfTenMinutes_IsExactToTheSecond()
    {
        var clock = Start("2026-03-27T10:00", Duration.FromMinutes(10));

        clock.AtPercent(33, Calendar).Should().Be(At("2026-03-27T10:03:18"));
        clock.AtPercent(100, Calendar).Should().Be(clock.Deadline);
        clock.AtPercent(200, Calendar).Should().Be(At("2026-03-27T10:20"));
        clock.BeforeDeadline(Duration.FromMinutes(2), Calendar).Should().Be(At("2026-03-27T10:08"));
    }

    [Fact]
    public void ChangeTarget_FromTheStart_KeepsWhatWasConsumed()
    {
        var clock = Start("2026-03-27T09:00").Pause(At("2026-03-27T10:00"), Calendar).Resume(At("2026-03-27T12:00"), Calendar);
        var target = new ResponseTarget.Within(Duration.FromHours(2));

        clock.ChangeTarget(target, At("2026-03-27T12:30"), Calendar, Calendar).Deadline.Should().Be(At("2026-03-27T13:00"));
        clock.ChangeTarget(target, At("2026-03-27T12:30"), Calendar, Calendar, TargetAnchor.Change).Deadline.Should().Be(At("2026-03-27T14:30"));
    }

    [Fact]
    public void ChangeTarget_ToAnotherCalendar_CarriesWhatTheOldOneCounted()
    {
        var around = BusinessCalendar.AlwaysOpen(TimeZones.Get("Europe/Berlin"));
        var clock = Start("2026-03-27T16:00").ChangeTarget(FourHours, At("2026-03-28T12:00"), Calendar, around);

        clock.Carried.Should().Be(Duration.FromHours(2));
        clock.Deadline.Should().Be(At("2026-03-28T14:00"));
    }

    [Fact]
    public void ChangeTarget_ToLessThanIsConsumed_IsDueWhenItWasConsumed()
    {
        var around = BusinessCalendar.AlwaysOpen(TimeZones.Get("Europe/Berlin"));
        var clock = Start("2026-03-27T09:00").ChangeTarget(new ResponseTarget.Within(Duration.FromHours(1)), At("2026-03-27T12:00"), Calendar, around);

        clock.Deadline.Should().Be(At("2026-03-27T10:00"));
        clock.Pause(At("2026-03-27T12:30"), around).Deadline.Should().Be(At("2026-03-27T10:00"));
    }

    [Fact]
    public void From_EventsInAnyOrder_GivesTheSameClock()
    {
        var started = Start("2026-03-27T09:00");
        ClockEvent[] events = [new ClockEvent.Stopped(At("2026-03-27T15:00")), new ClockEvent.Resumed(At("2026-03-27T11:00")), new ClockEvent.Paused(At("2026-03-27T10:00"))];

        ResponseClock.From(started, events, Calendar).Should().Be(ResponseClock.From(started, events.Reverse(), Calendar));
        ResponseClock.From(started, events, Calendar).Consumed(At("2027-01-01T00:00"), Calendar).Should().Be(Duration.FromHours(5));
    }

    [Fact]
    public void Taken_AnswerInTheSameClosedTime_ReportsBoth()
        => Start("2026-03-28T10:00").Stop(At("2026-03-28T12:45")).Taken(At("2026-03-29T00:00"), Calendar).Should().Be((Duration.Zero, Duration.FromMinutes(165)));

    [Fact]
    public void Json_ThereAndBack_IsTheSameClock()
    {
        var clock = Start("2026-03-27T09:00").Pause(At("2026-03-27T10:00"), Calendar).Resume(At("2026-03-27T11:00"), Calendar).Stop(At("2026-03-27T12:00"));

        var json = JsonSerializer.Serialize(clock, Json.Default.ResponseClock);

        JsonSerializer.Deserialize(json, Json.Default.ResponseClock).Should().Be(clock);
    }

    private static ResponseClock Start(string at, Duration? target = null)
        => ResponseClock.Start(ResponseClockKind.Resolve, target is { } openTime ? new ResponseTarget.Within(openTime) : FourHours, Calendar, At(at));

    [JsonSourceGenerationOptions(Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalTimeJsonConverter)], UseStringEnumConverter = true)]
    [JsonSerializable(typeof(ResponseClock))]
    private sealed partial class Json : JsonSerializerContext;
}
