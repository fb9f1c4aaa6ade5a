using System.Globalization;

namespace SocialOps.Reliability.Tests.Chaos;

/// <summary>
/// The database goes away and comes back under two working processes. <c>SOCIALOPS_CHAOS</c> sets how often (unset: 12), <c>SOCIALOPS_SEED</c> repeats a run's choices,
/// <c>SOCIALOPS_CHAOS_LONGEST</c> how many seconds it is away at most; <c>eng/chaos.sh</c> runs it alone.
/// </summary>
[Collection("alone")]
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Database_GoesAwayAgainAndAgain_LosesAndDoublesNothing()
    {
        var settings = new ChaosSettings(Number("SOCIALOPS_CHAOS", 12), Number("SOCIALOPS_SEED", Random.Shared.Next(1_000_000)), TimeSpan.FromSeconds(Number("SOCIALOPS_CHAOS_LONGEST", 4)), StatementSeconds: 2);
        var report = await ChaosRun.RunAsync(settings, Console.Error.WriteLine);

        Console.Error.WriteLine(report);
        output.WriteLine(report.ToString());
        report.Broken.Should().BeEmpty("of {0}", report);
        report.Refused.Should().BePositive("deliveries were offered while the database was away");
        report.MostAttemptsInASecond.Should().BeLessThanOrEqualTo(24, "two workers do not storm a database that comes back");
    }

    [Theory]
    [InlineData("acknowledges first", Fault.Immediate, 2)]
    [InlineData("calls a lost commit kept", Fault.Cut, 6)]
    public async Task Database_GoesAwayUnderAWorkerWithAPlantedBug_Loses(string bug, Fault fault, int cycles)
    {
        var report = await ChaosRun.RunAsync(new(cycles, Seed: 3, TimeSpan.FromSeconds(1), StatementSeconds: 2, bug) { Faults = [fault] }, output.WriteLine);

        output.WriteLine(report.ToString());
        report.Broken.Should().Contain(b => b.StartsWith("lost: ", StringComparison.Ordinal), "'{0}' was planted", bug);
    }

    private static int Number(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

/// <summary>Measures time, so nothing else runs beside it.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
