using NodaTime;
using SocialOps.Crisis;

namespace SocialOps.Tests.Crisis;

/// <summary>The weekend that grew, and weeks in which nothing is wrong, played on the detectors comment by comment.</summary>
public sealed class WaveScenarioTests
{
    private static readonly Instant Friday = Instant.FromUtc(2026, 6, 12, 14, 0); // 16:00 in Berlin
    private static readonly Instant Monday = Instant.FromUtc(2026, 6, 15, 6, 0);

    [Theory]
    [InlineData(15_000, true)]
    [InlineData(15_000, false)]
    [InlineData(6_000, true)]
    [InlineData(6_000, false)]
    [Requirement("2.9")]
    [Requirement("2.11")]
    public void Read_TheWeekendThatGrew_FiresThirtySixHoursBeforeMonday(int total, bool exponential)
    {
        var (wave, fired) = (ThreadWave.None, (Instant?)null);
        var random = new Random(20120727);
        for (var i = 0; i < total && fired is null; i++)
        {
            var at = Friday + ((Monday - Friday) * (exponential ? Math.Log(i + 1) / Math.Log(total) : (double)i / total));
            wave = wave.Add(new(at, $"author-{i}", i == 0 ? true : random.NextDouble() < 0.2 ? random.NextDouble() < 0.4 : null, i == 0));
            if (WaveDetector.Read(WaveSignals.Of(wave, at), new()).Level >= WaveLevel.RepeatedCriticism)
            {
                fired = at;
            }
        }

        (Monday - fired!.Value).Should().BeGreaterThanOrEqualTo(Duration.FromHours(36));
        wave.TotalComments.Should().BeLessThan(100, "it is seen while it is small");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_CalmWeekWithTwoPopularPosts_IsLookedAtTwiceAtMost(int seed)
    {
        var random = new Random(seed);
        var levels = Enumerable.Range(0, 22).Select(thread => HighestOf(random, isPopular: thread < 2)).ToList();

        levels.Count(l => l >= WaveLevel.RepeatedCriticism).Should().BeLessThanOrEqualTo(2);
        ((int)levels.Max()).Should().BeLessThanOrEqualTo((int)WaveLevel.RepeatedCriticism, "a popular post is no criticism");
    }

    [Fact]
    public void Read_WeeksOfUsualTraffic_RaiseTheFloorOfABusyAccount()
    {
        var baseline = Enumerable.Range(0, 40).Aggregate(ThreadBaseline.None, (b, i) => b.Add(Duration.FromHours(3), 10 + (i % 5)));
        var wave = Enumerable.Range(0, 30).Aggregate(ThreadWave.None, (w, i) => w.Add(new(Friday + Duration.FromMinutes(150 + i), $"a{i}", null, false))) with { StartedAt = Friday };
        var signals = WaveSignals.Of(wave, Friday + Duration.FromHours(3));

        WaveDetector.Read(signals, new(baseline.Percentile95(signals.Age))).Level.Should().Be(WaveLevel.Calm, "30 an hour is less than three times the usual 14");
        WaveDetector.Read(signals, new()).Level.Should().Be(WaveLevel.RepeatedCriticism);
    }

    /// <summary>A thread of two days by the profile of a week: nights are quiet, evenings busy.</summary>
    private static WaveLevel HighestOf(Random random, bool isPopular)
    {
        var (wave, highest, start) = (ThreadWave.None, WaveLevel.Calm, Friday + Duration.FromHours(random.Next(0, 120)));
        var times = new List<Instant>();
        for (var hour = 0; hour < 48; hour++)
        {
            var ofDay = ((int)(start + Duration.FromHours(hour)).ToUnixTimeTicks() / NodaConstants.TicksPerHour % 24 + 24) % 24;
            var profile = ofDay is >= 5 and < 20 ? 1.0 : 0.2;
            var expected = profile * (isPopular ? 40 * Math.Exp(-hour / 8.0) : 0.3 * Math.Exp(-hour / 12.0));
            for (var left = expected; random.NextDouble() < left; left--)
            {
                times.Add(start + Duration.FromHours(hour) + Duration.FromMinutes(random.Next(0, 60)));
            }
        }

        foreach (var at in times.Order())
        {
            bool? isNegative = random.NextDouble() < 0.5 ? null : random.NextDouble() < (isPopular ? 0.02 : 0.15);
            wave = wave.Add(new(at, $"author-{random.Next(0, 10_000)}", isNegative, false));
            highest = (WaveLevel)Math.Max((int)highest, (int)WaveDetector.Read(WaveSignals.Of(wave, at), new()).Level);
        }

        return highest;
    }
}
