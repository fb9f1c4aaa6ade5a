using System.Globalization;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests;

public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>How many small histories: 4,000, or what SOCIALOPS_SIMULATIONS says. SOCIALOPS_SIMULATION_SEED is the first seed.</summary>
    private static int Count => int.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_SIMULATIONS") ?? "4000", CultureInfo.InvariantCulture);

    /// <summary>How many wide histories, each as long as five small ones: three in twenty, or what SOCIALOPS_SIMULATIONS_WIDE says.</summary>
    private static int WideCount => int.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_SIMULATIONS_WIDE") ?? $"{Math.Max(Count * 3 / 20, 1)}", CultureInfo.InvariantCulture);

    private static ulong First => ulong.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_SIMULATION_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public void Histories_WithFaultsEverywhere_KeepEveryInvariantAndEnd()
    {
        var (counts, failed) = HistoryRun.PlayMany(Count, first: First);

        output.WriteLine($"{counts}, first seed {First}");
        if (failed is not null)
        {
            Assert.Fail($"{failed.Trace}\n\nSeed {failed.Seed} breaks:\n{string.Join('\n', failed.Violations)}\nReplay it with SOCIALOPS_SIMULATION_SEED={failed.Seed} SOCIALOPS_SIMULATIONS=1.");
        }
    }

    [Fact]
    public void WideHistories_WithFaultsEverywhere_KeepEveryInvariantAndEnd()
    {
        var (counts, failed) = HistoryRun.PlayMany(WideCount, HistoryPlan.Wide, First);

        output.WriteLine($"{counts}, first seed {First}");
        if (failed is not null)
        {
            Assert.Fail($"{failed.Trace}\n\nSeed {failed.Seed} breaks:\n{string.Join('\n', failed.Violations)}\nReplay it with SOCIALOPS_SIMULATION_SEED={failed.Seed} SOCIALOPS_SIMULATIONS_WIDE=1.");
        }

        (WideCount < 100 ? [] : counts.Missed).Should().BeEmpty("what no history comes to is not shown");
    }

    [Fact]
    public void History_SameSeedTwice_IsTheSame()
    {
        for (var seed = 1UL; seed <= 30; seed++)
        {
            HistoryRun.Play(seed).Trace.Should().Be(HistoryRun.Play(seed).Trace);
            HistoryRun.Play(seed, HistoryPlan.Wide).Trace.Should().Be(HistoryRun.Play(seed, HistoryPlan.Wide).Trace);
        }
    }

    [Fact]
    public void History_AnotherSeed_IsAnother()
        => Enumerable.Range(1, 20).Select(seed => HistoryRun.Play((ulong)seed).Trace).Distinct().Should().HaveCount(20);
}
