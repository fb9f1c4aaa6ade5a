using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.Tests.OnCall;

namespace SocialOps.Benchmarks.OnCall;

/// <summary>The same question to rotations of different age; the slow way begins anew each time, as a service that keeps nothing would.</summary>
[MemoryDiagnoser]
public class AgeBenchmarks
{
    private static readonly Instant At = Instant.FromUtc(2026, 6, 10, 10, 0);
    private OnCallSchedule schedule = null!;

    [Params(2026, 2016, 1926)]
    public int AnchorYear { get; set; }

    [GlobalSetup]
    public void Compile() => schedule = new(Samples.OneLayer(AnchorYear), Samples.People);

    [Benchmark(Baseline = true)]
    public string SlowWay() => new Oracle(Samples.OneLayer(AnchorYear), Samples.People).At(At);

    [Benchmark]
    public OnCallAnswer Analytic() => schedule.At(At);
}
