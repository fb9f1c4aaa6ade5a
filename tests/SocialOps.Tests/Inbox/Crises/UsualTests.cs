using NodaTime;
using SocialOps.Crisis;
using SocialOps.Inbox;
using SocialOps.Incidents;

namespace SocialOps.Tests.Inbox.Crises;

/// <summary>What is usual is learned from what has come in, an hour at a time.</summary>
public sealed class UsualTests
{
    [Fact]
    public async Task Threads_OfABusyAccount_RaiseTheFloorOfLaterOnes()
    {
        await using var ops = await TestOps.StartAsync();
        for (var hour = 0; hour < 24; hour++)
        {
            await ThreadAsync(ops, $"old-{hour}", 8);
            await ops.PassAsync(Duration.FromHours(1));
        }

        await ops.PassAsync(Duration.FromMinutes(10));
        var later = await ThreadAsync(ops, "later", 15);

        later.Usual.Should().NotBeEmpty();
        ThreadBaseline.Usual(later.Usual, Duration.FromHours(1)).Should().Be(8);
        later.Alarm.Level.Should().NotBe(WaveLevel.Calm, "of threads younger than an hour nothing is known");
        (await AtAsync(ops, later, 16)).Should().Be(WaveLevel.Calm, "16 in an hour are less than three times the usual 8");
    }

    [Fact]
    public async Task Threads_ThatAreWaves_AreNoMeasureOfWhatIsUsual()
    {
        await using var ops = await TestOps.StartAsync();
        for (var hour = 0; hour < 24; hour++)
        {
            await ThreadAsync(ops, $"old-{hour}", 12);
            await ops.PassAsync(Duration.FromHours(1));
        }

        await ops.PassAsync(Duration.FromMinutes(10));

        (await ThreadAsync(ops, "later", 1)).Usual.Should().BeEmpty();
    }

    [Fact]
    public async Task Volume_FarAboveTheSameHourOfEarlierWeeks_IsAnIncident()
    {
        await using var ops = await TestOps.StartAsync();
        for (var week = 0; week < 3; week++)
        {
            await ops.ReceiveAsync("casino");
            await ops.PassAsync(Duration.FromDays(7));
        }

        for (var i = 0; i < 40; i++)
        {
            await ops.ReceiveAsync($"casino {i}");
        }

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty("the hour is not over");
        await ops.PassAsync(Duration.FromMinutes(66));

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle(i => i.Kind == IncidentKind.UnusualVolume).Which.Summary.Should().StartWith("40 items in the hour from 2026-07-03T14:00:00Z on x, 39.0 deviations above the usual.");
    }

    [Fact]
    public async Task Volume_OfAQuietHour_IsNone()
    {
        await using var ops = await TestOps.StartAsync();

        await ops.ReceiveAsync("casino");
        await ops.PassAsync(Duration.FromHours(2));

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
    }

    /// <summary>The level that a thread of an hour and a quarter has with so many comments in its last hour.</summary>
    private static async Task<WaveLevel> AtAsync(TestOps ops, Case like, int comments)
    {
        var opened = await ops.ReceiveAsync("Hallo", thread: "slow");
        opened.Usual.Should().Equal(like.Usual);
        await ops.PassAsync(Duration.FromMinutes(75));
        for (var i = 0; i < comments; i++)
        {
            await ops.ReceiveAsync($"Hallo {i}", thread: "slow", author: $"b{i}");
        }

        return (await ops.CaseAsync(opened.Id)).Alarm.Level;
    }

    private static async Task<Case> ThreadAsync(TestOps ops, string thread, int comments)
    {
        var last = await ops.ReceiveAsync("Hallo", thread: thread);
        for (var i = 1; i < comments; i++)
        {
            last = await ops.ReceiveAsync($"Hallo {i}", thread: thread, author: $"a{i}");
        }

        return last;
    }
}
