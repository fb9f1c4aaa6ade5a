using BenchmarkDotNet.Attributes;
using SocialOps.OnCall;
using SocialOps.Tests.OnCall;

namespace SocialOps.Benchmarks.OnCall;

/// <summary>The final schedule of a year; the slow way asks every hour.</summary>
[MemoryDiagnoser]
public class YearBenchmarks
{
    private readonly ScheduleDefinition definition = Samples.FiveLayers();
    private readonly OnCallSchedule five = new(Samples.FiveLayers(), Samples.People);
    private readonly OnCallSchedule one = new(Samples.OneLayer(2025), Samples.People);

    [Benchmark(Baseline = true)]
    public int SlowWayFiveLayers()
    {
        var (slow, before, shifts) = (new Oracle(definition, Samples.People), string.Empty, 0);
        for (var at = Samples.Year; at < Samples.NextYear; at += NodaTime.Duration.FromHours(1))
        {
            var now = slow.At(at);
            shifts += now == before ? 0 : 1;
            before = now;
        }

        return shifts;
    }

    [Benchmark]
    public int FiveLayersWithExceptions() => five.Between(Samples.Year, Samples.NextYear).Count();

    [Benchmark]
    public int OneLayerOfWeekdays() => one.Between(Samples.Year, Samples.NextYear).Count();

    [Benchmark]
    public OnCallSchedule Compile() => new(definition, Samples.People);
}
