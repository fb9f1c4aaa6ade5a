using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Coverage;

namespace SocialOps.Benchmarks.OnCall;

/// <summary>The promises to 1,000 clients, each with its own hours and language, over a year; and one promise over fifty years.</summary>
[MemoryDiagnoser]
public class CoverageBenchmarks
{
    private readonly OnCallSchedule five = new(Samples.FiveLayers(), Samples.People);
    private readonly OnCallSchedule plain = new(Samples.FiveLayers() with { Overrides = [], Swaps = [], Plans = [] }, Samples.People.ToDictionary(p => p.Key, p => p.Value with { Absences = [] }));
    private readonly CoverageDemand[] clients = [.. Enumerable.Range(0, 1_000).Select(i => new CoverageDemand(
        "client " + i, CoverageHours.EachWeek("Europe/Berlin", Samples.Hours(Samples.EveryDay, 8 + (i % 3), 20)), new() { Client = new("client" + i), Language = i % 2 == 0 ? "de" : "fr" }))];

    [Benchmark(Baseline = true)]
    public CoverageProof ThousandClientsOverAYear() => CoverageCheck.Prove(five, clients, Samples.Year, Samples.NextYear);

    [Benchmark]
    public CoverageProof OnePromiseOverFiftyYears() => CoverageCheck.Prove(plain, [new("always", CoverageHours.Always)], Samples.Year, Samples.Year + Duration.FromDays(50 * 365));
}
