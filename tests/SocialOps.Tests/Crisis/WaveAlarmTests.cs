using NodaTime;
using SocialOps.Crisis;

namespace SocialOps.Tests.Crisis;

public sealed class WaveAlarmTests
{
    private static readonly Instant Start = TestAgency.Friday;

    [Fact]
    public void See_HigherReading_RisesAtOnceAndAlerts()
    {
        var (alarm, alerts) = WaveAlarm.Calm.See(WaveLevel.GroupsForm, false, Start);

        (alarm.Level, alarm.Peak, alerts).Should().Be((WaveLevel.GroupsForm, WaveLevel.GroupsForm, true));
    }

    [Fact]
    public void See_CalmReadings_FallsOneLevelEveryTwoHours()
    {
        var (alarm, _) = WaveAlarm.Calm.See(WaveLevel.GroupsForm, true, Start);
        var levels = new List<WaveLevel>();
        for (var hour = 1; hour <= 9; hour++)
        {
            (alarm, _) = alarm.See(WaveLevel.Calm, true, Start + Duration.FromHours(hour));
            levels.Add(alarm.Level);
        }

        levels.Select(l => (int)l).Should().Equal(4, 4, 3, 3, 2, 2, 1, 1, 0);
        alarm.Peak.Should().Be(WaveLevel.GroupsForm);
    }

    [Fact]
    public void See_BriefCalm_DoesNotFall()
    {
        var (alarm, _) = WaveAlarm.Calm.See(WaveLevel.LastingCriticism, true, Start);
        (alarm, _) = alarm.See(WaveLevel.Calm, true, Start + Duration.FromMinutes(30));
        (alarm, _) = alarm.See(WaveLevel.LastingCriticism, true, Start + Duration.FromMinutes(90));
        (alarm, _) = alarm.See(WaveLevel.Calm, true, Start + Duration.FromMinutes(100));

        alarm.See(WaveLevel.Calm, true, Start + Duration.FromMinutes(160)).Alarm.Level.Should().Be(WaveLevel.LastingCriticism, "the calm began anew");
    }

    [Fact]
    public void See_NobodyAttends_AlertsAgainEveryHour()
    {
        var (alarm, _) = WaveAlarm.Calm.See(WaveLevel.RepeatedCriticism, false, Start);
        var (soon, tooSoon) = alarm.See(WaveLevel.RepeatedCriticism, false, Start + Duration.FromMinutes(59));

        tooSoon.Should().BeFalse();
        soon.See(WaveLevel.RepeatedCriticism, false, Start + Duration.FromMinutes(60)).Alerts.Should().BeTrue();
        soon.See(WaveLevel.RepeatedCriticism, true, Start + Duration.FromMinutes(60)).Alerts.Should().BeFalse("somebody attends to it");
    }

    [Fact]
    public void Set_LowerByAPerson_StaysUntilItGetsWorseThanItWas()
    {
        var (risen, _) = WaveAlarm.Calm.See(WaveLevel.LastingCriticism, false, Start);
        var alarm = risen.Set(WaveLevel.SingleCriticism, WaveLevel.LastingCriticism, Start);

        alarm.See(WaveLevel.LastingCriticism, true, Start + Duration.FromMinutes(5)).Alarm.Level.Should().Be(WaveLevel.SingleCriticism);
        alarm.See(WaveLevel.GroupsForm, true, Start + Duration.FromMinutes(5)).Alarm.Level.Should().Be(WaveLevel.GroupsForm);
    }

    [Fact]
    public void Set_HurricaneByAPerson_FallsWithTheCalm()
    {
        var alarm = WaveAlarm.Calm.Set(WaveLevel.Hurricane, WaveLevel.GroupsForm, Start);
        (alarm, _) = alarm.See(WaveLevel.GroupsForm, true, Start);
        (alarm, _) = alarm.See(WaveLevel.GroupsForm, true, Start + Duration.FromHours(2));

        alarm.Level.Should().Be(WaveLevel.CriticsAreTheMajority);
    }

    [Fact]
    public void Of_EachLevel_IncludesTheOnesBelow()
    {
        for (var level = WaveLevel.Calm; level < WaveLevel.Hurricane; level++)
        {
            WaveActions.Of(level).Except(WaveActions.Of(level + 1)).Should().BeEmpty();
        }

        WaveActions.Of(WaveLevel.LastingCriticism).Should().Contain(WaveAction.CallClient).And.NotContain(WaveAction.FreezePublishing);
    }
}
