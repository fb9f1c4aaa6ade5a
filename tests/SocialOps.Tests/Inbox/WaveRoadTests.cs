using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

public sealed class WaveRoadTests
{
    [Fact]
    public async Task Wave_NothingNewComes_FallsByItselfLevelByLevel()
    {
        await using var ops = await TestOps.StartAsync();
        var wave = await WaveAsync(ops, 55);
        await ops.Ops.Cases.AcknowledgeAsync(wave.Id, TestOps.Ada, "Gesehen.");

        await ops.PassAsync(Duration.FromHours(12));

        var after = await ops.CaseAsync(wave.Id);
        (wave.Alarm.Level, after.Alarm.Level, after.Alarm.Peak).Should().Be((WaveLevel.LastingCriticism, WaveLevel.SingleCriticism, WaveLevel.LastingCriticism));
        (await ops.HistoryAsync(wave.Id)).Count(e => e.Action == "wave.fallen").Should().Be(2);
    }

    [Fact]
    public async Task Wave_LevelThree_TellsTheClient()
    {
        await using var ops = await TestOps.StartAsync();

        var wave = await WaveAsync(ops, 55);

        (await ops.HistoryAsync(wave.Id)).Should().Contain(e => e.Action == "client.told");
    }

    [Fact]
    public async Task SetWaveLevel_ByAPerson_IsLoggedAndHolds()
    {
        await using var ops = await TestOps.StartAsync();
        var wave = await WaveAsync(ops, 15);

        await ops.Ops.Cases.SetWaveLevelAsync(wave.Id, TestOps.Ada, WaveLevel.Calm, "a competition of ours, all friendly");
        await ops.ReceiveAsync("Ich auch", thread: "t");

        (await ops.CaseAsync(wave.Id)).Alarm.Level.Should().Be(WaveLevel.Calm);
        (await ops.HistoryAsync(wave.Id)).Should().Contain(e => e.Action == "wave.set" && e.Detail == "ada sets level 0, the detectors read 2: a competition of ours, all friendly");
    }

    [Fact]
    public async Task Wave_ManyLikesOnAFreshComplaint_IsSeenAtItsFirstComment()
    {
        await using var ops = await TestOps.StartAsync();

        var opened = await ops.ReceiveAsync("Alles kaputt", counters: new ItemCounters(80, 0, 0));

        opened.Alarm.Level.Should().Be(WaveLevel.RepeatedCriticism);
        opened.Severity.Should().Be(Severity.High);
    }

    private static async Task<Case> WaveAsync(TestOps ops, int comments)
    {
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        for (var i = 1; i < comments; i++)
        {
            await ops.ReceiveAsync($"Ich auch {i}", thread: "t");
        }

        return await ops.CaseAsync(opened.Id);
    }
}
