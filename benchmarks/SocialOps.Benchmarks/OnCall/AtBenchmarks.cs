using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.Tests.OnCall;

namespace SocialOps.Benchmarks.OnCall;

/// <summary>Who is on duty at one instant: 1,000 instants spread over a year, five layers with exceptions; the slow way walks from the anchor and keeps what it walked.</summary>
[MemoryDiagnoser]
public class AtBenchmarks
{
    private const int Count = 1_000;
    private readonly OnCallSchedule schedule = new(Samples.FiveLayers(), Samples.People);
    private readonly Oracle slow = new(Samples.FiveLayers(), Samples.People);
    private readonly DutyRequirement need = new() { Client = new("acme"), Language = "de" };
    private readonly Instant[] instants = [.. Enumerable.Range(0, Count).Select(i => Samples.Year + Duration.FromMinutes(i * 524L))];

    [GlobalSetup]
    public void Warm() => Array.ForEach(instants, at => schedule.At(at));

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int SlowWay()
    {
        var sum = 0;
        foreach (var at in instants)
        {
            sum += slow.At(at).Length;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int At()
    {
        var sum = 0;
        foreach (var at in instants)
        {
            sum += schedule.At(at).OnDuty.Count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int AtForAClient()
    {
        var sum = 0;
        foreach (var at in instants)
        {
            sum += schedule.At(at, need).OnDuty.Count;
        }

        return sum;
    }
}
