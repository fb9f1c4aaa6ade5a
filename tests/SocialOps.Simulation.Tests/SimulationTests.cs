using System.Globalization;

namespace SocialOps.Simulation.Tests;

public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>How many histories: 10,000, or what SOCIALOPS_SIMULATIONS says. SOCIALOPS_SIMULATION_SEED is the first seed.</summary>
    private static int Count => int.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_SIMULATIONS") ?? "10000", CultureInfo.InvariantCulture);

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
    public void History_SameSeedTwice_IsTheSame()
    {
        for (var seed = 1UL; seed <= 50; seed++)
        {
            HistoryRun.Play(seed).Trace.Should().Be(HistoryRun.Play(seed).Trace);
        }
    }

    [Fact]
    public void History_AnotherSeed_IsAnother()
        => Enumerable.Range(1, 20).Select(seed => HistoryRun.Play((ulong)seed).Trace).Distinct().Should().HaveCount(20);
}
